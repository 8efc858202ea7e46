package io.exoscout.trainer.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.RealTables;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.learning.TrainingSet;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;

/** The archive's KOI table as a learner gets it. */
final class KeplerRows {

	private static final List<String> CLASSES = List.of(Target.FALSE_POSITIVE, Target.CONFIRMED);

	private KeplerRows() {
	}

	/** All objects, of which the decided ones are of the class that they were given. */
	static TrainingSet all() throws IOException {
		FeatureSet set = FeatureSet.current(Mission.KEPLER);
		List<String> features = Stream
			.concat(ArchiveColumns.features(Mission.KEPLER).stream(), set.features().stream().map(Feature::name))
			.toList();
		FeatureVectors vectors = new FeatureVectors(set, features);
		List<ObjectRow> rows = new ArrayList<>();
		try (ObjectReader reader = ObjectReader.open(RealTables.open(RealTables.KEPLER), Mission.KEPLER,
				vectors.columns(), TableLimits.DEFAULTS)) {
			for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		Neighbours neighbours = vectors.neighbours(rows, () -> {
		});
		float[][] columns = new float[features.size()][rows.size()];
		int[] labels = new int[rows.size()];
		for (int row = 0; row < labels.length; row++) {
			float[] vector = vectors.of(rows.get(row), neighbours);
			for (int f = 0; f < columns.length; f++) {
				columns[f][row] = vector[f];
			}
			labels[row] = rows.get(row).label().equals(Target.CONFIRMED) ? 1 : 0;
		}
		return new TrainingSet(columns, labels, 2, IntStream.range(0, labels.length).toArray(), features, CLASSES);
	}

	/** Every so many-th object. */
	static TrainingSet some(TrainingSet all, int step) {
		int[] rows = IntStream.range(0, all.size()).filter((row) -> row % step == 0).toArray();
		return new TrainingSet(all.values(), all.labels(), 2, rows, all.featureNames(), all.classNames());
	}

}
