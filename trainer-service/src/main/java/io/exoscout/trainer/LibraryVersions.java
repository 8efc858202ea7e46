package io.exoscout.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.health.ProgramVersion;
import io.exoscout.model.TrainingOptions;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.jspecify.annotations.Nullable;
import org.tribuo.Tribuo;

/**
 * The versions of what made a model.
 *
 * @param commit of this program
 * @param exoscout this program's
 * @param xgboost that of XGBoost, where it had a part in it
 * @param tribuo that of Tribuo, where it had a part in it
 */
public record LibraryVersions(String commit, String exoscout, @Nullable String xgboost, @Nullable String tribuo) {

	/** Of what has a part in a training. */
	public static LibraryVersions of(TrainingOptions options) {
		Algorithm algorithm = options.algorithm();
		boolean xgboost = algorithm == Algorithm.XGBOOST || algorithm == Algorithm.ENSEMBLE;
		boolean tribuo = options.engine() == Engine.TRIBUO;
		ProgramVersion program = ProgramVersion.current();
		return new LibraryVersions(program.commit(), program.version(), xgboost ? readXgboost() : null,
				tribuo ? Tribuo.VERSION : null);
	}

	/** The same by names, sorted, for model files. */
	Map<String, String> byName() {
		Map<String, String> versions = new TreeMap<>(Map.of("commit", this.commit, "exoscout", this.exoscout));
		if (this.xgboost != null) {
			versions.put("xgboost", this.xgboost);
		}
		if (this.tribuo != null) {
			versions.put("tribuo", this.tribuo);
		}
		return versions;
	}

	private static String readXgboost() {
		try (InputStream properties = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
			if (properties == null) {
				return "unknown";
			}
			String text = new String(properties.readAllBytes(), StandardCharsets.UTF_8).trim();
			return text.substring(text.indexOf('=') + 1).trim();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
