package io.exoscout.predictor;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.Citation;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import org.jspecify.annotations.Nullable;

/**
 * A model card with what its feature set says of the features that are computed.
 *
 * @param card the card
 * @param computedFeatures name, unit, formula, sources, reference and meaning of each
 * @param dataset the training table: as it was sent, and as it is kept; {@code null} if
 * its job is gone
 * @param citation a text to copy
 */
record ModelDetails(@JsonUnwrapped ModelCard card, List<Feature> computedFeatures,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DatasetRef dataset, String citation) {

	static ModelDetails of(ModelCard card, @Nullable DatasetRef dataset) {
		ModelManifest manifest = card.manifest();
		return new ModelDetails(card,
				FeatureSet.of(manifest.mission(), manifest.featureSet())
					.features()
					.stream()
					.filter((feature) -> manifest.features().contains(feature.name()))
					.toList(),
				dataset, Citation.of(card));
	}

}
