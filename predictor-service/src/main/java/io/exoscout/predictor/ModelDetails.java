package io.exoscout.predictor;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;

/**
 * A model card with what its feature set says of the features that are computed.
 *
 * @param card the card
 * @param computedFeatures name, unit, formula, sources, reference and meaning of each
 */
record ModelDetails(@JsonUnwrapped ModelCard card, List<Feature> computedFeatures) {

	static ModelDetails of(ModelCard card) {
		ModelManifest manifest = card.manifest();
		return new ModelDetails(card,
				FeatureSet.of(manifest.mission(), manifest.featureSet())
					.features()
					.stream()
					.filter((feature) -> manifest.features().contains(feature.name()))
					.toList());
	}

}
