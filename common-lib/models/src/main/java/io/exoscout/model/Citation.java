package io.exoscout.model;

import java.util.Map;
import java.util.Objects;

import io.exoscout.health.ProgramVersion;
import org.jspecify.annotations.Nullable;

/** A text to copy for whoever publishes what a model says. */
public final class Citation {

	private static final String ACKNOWLEDGEMENT = "This research has made use of the NASA Exoplanet Archive, which is operated by the California Institute of Technology, under contract with the National Aeronautics and Space Administration under the Exoplanet Exploration Program.";

	private Citation() {
	}

	/**
	 * Says by which program, from which table, a model was made.
	 * @param card the model's
	 * @return a few sentences; what is not known of an old model is said to be unknown
	 */
	public static String of(ModelCard card) {
		ModelManifest manifest = card.manifest();
		Map<String, String> madeBy = manifest.provenance();
		String downloaded = madeBy.get("table_downloaded");
		return "ExoScout %s, commit %s. Model '%s' (%s), job %s, file SHA-256 %s. Trained on a table with the columns of %s of the NASA Exoplanet Archive%s, table SHA-256 %s. %s"
			.formatted(known(madeBy.get("exoscout")), known(madeBy.get("commit")), card.modelName(),
					manifest.options().algorithm().id(), manifest.jobId(), card.file().sha256(),
					"the " + manifest.mission().tableTitle(), (downloaded != null) ? ", downloaded " + downloaded : "",
					manifest.datasetSha256(), ACKNOWLEDGEMENT);
	}

	private static String known(@Nullable String text) {
		return Objects.requireNonNullElse(text, ProgramVersion.UNKNOWN);
	}

}
