package io.exoscout.orchestrator;

import java.nio.charset.StandardCharsets;

import io.exoscout.archive.LabelMap;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import io.exoscout.store.Digests;

/**
 * What makes two uploads the same job: table, options and feature set, but not the file
 * name, the download date or the model's label.
 */
final class JobIdentity {

	private JobIdentity() {
	}

	/**
	 * The id of a training job.
	 * @param datasetSha256 digest of the canonical table
	 * @param options complete options
	 * @param featureSet version of the feature set
	 * @param labels what the values of the label column were said to stand for
	 * @return SHA-256 in hex
	 */
	static String of(String datasetSha256, TrainingOptions options, String featureSet, LabelMap labels) {
		StringBuilder text = new StringBuilder("exoscout training 1\n");
		text.append("table ").append(datasetSha256).append('\n');
		text.append("algorithm ").append(options.algorithm().id()).append('\n');
		if (options.engine() != Engine.EXOSCOUT) {
			// jobs from before there was a choice keep their ids
			text.append("engine ").append(options.engine().id()).append('\n');
		}
		text.append("target ").append(options.target().id()).append('\n');
		text.append("seed ").append(options.seed()).append('\n');
		text.append("features ").append(featureSet).append('\n');
		options.hyperparameters()
			.forEach((name, value) -> text.append("with ").append(name).append(' ').append(value).append('\n'));
		options.excludeFeatures().forEach((column) -> text.append("without ").append(column).append('\n'));
		labels.words()
			.forEach((value, word) -> text.append("label ").append(value).append(" is ").append(word).append('\n'));
		return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
	}

}
