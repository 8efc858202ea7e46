package io.exoscout.predictor.drift;

import java.util.Arrays;
import java.util.List;

import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;

/**
 * How the rows lie that a model was trained on. All of it follows from the rows that the
 * model file keeps, so models of earlier times have it, too.
 *
 * @param names of the features
 * @param importance of each
 * @param features how the values of each lie; none where the model has kept no rows
 */
public record TrainingSpread(List<String> names, double[] importance, List<FeatureSpread> features) {

	/** Looks at the training rows of a model. */
	public static TrainingSpread of(TrainedModel model) {
		ModelManifest manifest = model.manifest();
		List<FeatureSpread> features = (model.rows().size() == 0) ? List.of()
				: Arrays.stream(model.rows().values()).parallel().map(FeatureSpread::of).toList();
		return new TrainingSpread(manifest.features(), manifest.importance(), features);
	}

	/** Whether anything is known of the training rows. */
	public boolean known() {
		return !this.features.isEmpty();
	}

}
