package io.exoscout.predictor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.exoscout.job.JobParams;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same prediction job: table, model, explanations and
 * selection. A table of CSV never has the bytes of one that was sent as JSON.
 */
final class PredictionIdentity {

	private PredictionIdentity() {
	}

	/**
	 * The id of a prediction job.
	 * @param datasetSha256 digest of the stored table
	 * @param params what is asked
	 * @return SHA-256 in hex
	 */
	static String of(String datasetSha256, JobParams params) {
		// in every country the same digits
		String text = String.format(Locale.ROOT, "exoscout prediction 1\ntable %s\nmodel %s\nfile %s\nexplain %d\n",
				datasetSha256, params.modelId(), params.modelSha256(), params.explain());
		// only what was asked for, so that jobs of earlier times are found again
		text += line("explain class", params.explainClass()) + line("explain from", params.explainMin())
				+ line("unit", params.unit());
		WantedSelection select = params.select();
		if (select != null) {
			text += line("precision", select.precision()) + line("recall", select.recall())
					+ line("of class", select.className());
		}
		return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String line(String name, @Nullable Object value) {
		return (value != null) ? name + ' ' + value + '\n' : "";
	}

}
