package io.exoscout.predictor;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;

/**
 * A model card with what its feature set says of what the model looks at.
 *
 * @param card the card
 * @param inputs name, kind, unit, column or formula, tags and meaning of each feature
 * @param doubts what speaks against trusting some of them, a sentence each
 * @param computedFeatures name, unit, formula, sources, reference and meaning of those
 * that are computed
 */
record ModelDetails(@JsonUnwrapped ModelCard card, List<FeatureInput> inputs, List<String> doubts,
		List<Feature> computedFeatures) {

	static ModelDetails of(ModelCard card) {
		ModelManifest manifest = card.manifest();
		FeatureSet set = FeatureSet.of(manifest.mission(), manifest.featureSet());
		List<FeatureInput> inputs = manifest.features().stream().map(set::input).toList();
		return new ModelDetails(card, inputs, FeatureInput.doubts(inputs),
				set.features().stream().filter((feature) -> manifest.features().contains(feature.name())).toList());
	}

}
