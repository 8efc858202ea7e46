package io.exoscout.predictor.card;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.model.ModelManifest;
import io.exoscout.result.Rounded;

/**
 * A column that a model needs, and what goes with it.
 *
 * @param column its name
 * @param core whether it is one of those that matter most to this mission
 * @param importance share of the model's importance that needs the column, 0 to 1
 * @param features the features that are not known without it
 */
public record CardColumn(String column, boolean core, double importance, List<String> features) {

	/** The columns of a model, first the one that matters most. */
	static List<CardColumn> of(ModelManifest manifest) {
		FeatureVectors vectors = new FeatureVectors(FeatureSet.of(manifest.mission(), manifest.featureSet()),
				manifest.features());
		List<BitSet> sources = IntStream.range(0, manifest.features().size()).mapToObj(vectors::sources).toList();
		List<String> core = ArchiveColumns.core(manifest.mission());
		return IntStream.range(0, vectors.columns().size()).mapToObj((column) -> {
			int[] needing = IntStream.range(0, sources.size()).filter((f) -> sources.get(f).get(column)).toArray();
			String name = vectors.columns().get(column);
			return new CardColumn(name, core.contains(name),
					Rounded.fourDigits(IntStream.of(needing).mapToDouble((f) -> manifest.importance()[f]).sum()),
					IntStream.of(needing).mapToObj(manifest.features()::get).toList());
		}).sorted(Comparator.comparingDouble(CardColumn::importance).reversed()).toList();
	}

}
