package io.exoscout.predictor.shelf;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.Citation;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.predictor.card.ModelStatement;
import org.jspecify.annotations.Nullable;

/**
 * A model card with what its feature set says of what the model looks at.
 *
 * @param card the card
 * @param inputs name, kind, unit, column or formula, tags and meaning of each feature
 * @param doubts what speaks against trusting some of them, a sentence each
 * @param computedFeatures name, unit, formula, sources, reference and meaning of those
 * that are computed
 * @param dataset the training table: as it was sent, and as it is kept; {@code null} if
 * its job is gone
 * @param aliases the names that point at it
 * @param statement what it is for, what it was trained on, how good it is and where it
 * ends
 * @param citation a text to copy
 */
record ModelDetails(@JsonUnwrapped ModelCard card, List<String> aliases, ModelStatement statement,
		List<FeatureInput> inputs, List<String> doubts, List<Feature> computedFeatures,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DatasetRef dataset, String citation) {

	static ModelDetails of(ModelCard card, List<String> aliases, @Nullable DatasetRef dataset) {
		ModelManifest manifest = card.manifest();
		FeatureSet set = FeatureSet.of(manifest.mission(), manifest.featureSet());
		List<FeatureInput> inputs = manifest.features().stream().map(set::input).toList();
		return new ModelDetails(card, aliases, ModelStatement.of(card), inputs, FeatureInput.doubts(inputs),
				set.features()
					.stream()
					.filter((feature) -> manifest.features().contains(feature.name()))
					.map(set::tagged)
					.toList(),
				dataset, Citation.of(card));
	}

}
