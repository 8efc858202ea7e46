package io.exoscout.trainer;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.archive.Target;
import io.exoscout.dataset.RealTables;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.fitting.FitThreads;
import io.exoscout.fitting.ReducedFit;
import io.exoscout.fitting.ReducedModel;
import io.exoscout.learning.FitMonitor;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Twenty random choices of columns, on real tables: a model of all columns, asked about
 * unseen stars of which it is told these columns only, is as good as a model trained on
 * nothing but these.
 */
class ReducedTableTests {

	private final FitThreads threads = new FitThreads(Runtime.getRuntime().availableProcessors());

	@ParameterizedTest
	@CsvSource({ RealTables.KEPLER + ",GRADIENT_BOOSTING,20", RealTables.TESS + ",GRADIENT_BOOSTING,20",
			RealTables.K2 + ",GRADIENT_BOOSTING,20", RealTables.KEPLER + ",XGBOOST,3",
			RealTables.TESS + ",RANDOM_FOREST,3", RealTables.TESS + ",ENSEMBLE,3" })
	void isAsGoodAsAModelOfJustTheColumnsThatAreThere(String name, Algorithm algorithm, int choices)
			throws IOException {
		ObjectTable table = TrainingTables.real(name);
		ObjectTable seen = rows(table, true);
		ObjectTable unseen = rows(table, false);
		TrainedModel whole = train(seen, algorithm);
		FeatureVectors vectors = new FeatureVectors(FeatureSet.current(table.mission()), whole.manifest().features());
		Random random = new Random(2007);
		for (int i = 0; i < choices; i++) {
			double kept = (i + 1) / (choices + 1.0);
			BitSet unknown = new BitSet();
			do {
				unknown.or(vectors.unknown(blank(vectors.columns().size(), kept, random)));
			}
			while (unknown.isEmpty());
			if (unknown.cardinality() == whole.manifest().features().size()) {
				continue; // nothing is left, which is refused
			}
			ReducedModel reduced = new ReducedFit(whole, unknown).run(this.threads, new FitMonitor());
			TrainedModel alone = train(without(seen, whole, unknown), algorithm);
			double[] asked = judge(unseen, whole.manifest().features(), (vector, probabilities) -> reduced
				.predict(new float[][] { vector }, new double[][] { probabilities }));
			double[] reference = judge(unseen, alone.manifest().features(), alone::predict);
			assertThat(asked[0]).as("accuracy, %s of %s", unknown, vectors.columns())
				.isCloseTo(reference[0], within(0.01));
			assertThat(asked[1]).as("Brier score, %s", unknown).isCloseTo(reference[1], within(0.01));
		}
	}

	private static TrainedModel train(ObjectTable table, Algorithm algorithm) {
		return new Training(Runtime.getRuntime().availableProcessors())
			.run(TrainingTables.task(table,
					TrainingTables.options(algorithm, Target.PLANET, 42, Map.of("n_estimators", 100))),
					TrainingTables.patient())
			.model();
	}

	private static BitSet blank(int columns, double kept, Random random) {
		BitSet blank = new BitSet();
		IntStream.range(0, columns).filter((column) -> random.nextDouble() > kept).forEach(blank::set);
		return blank;
	}

	/** The rows of one half of the stars. */
	private static ObjectTable rows(ObjectTable table, boolean first) {
		int[] rows = IntStream.range(0, table.size())
			.filter((row) -> (table.stars()[row].hashCode() * 0x9E3779B9 < 0) == first)
			.toArray();
		return new ObjectTable(table.mission(), IntStream.of(rows).mapToLong((row) -> table.rows()[row]).toArray(),
				pick(table.objects(), rows), pick(table.stars(), rows), pick(table.labels(), rows), table.columns(),
				Arrays.stream(table.values()).map((column) -> pick(column, rows)).toArray(float[][]::new),
				pick(table.archiveScores(), rows));
	}

	private static ObjectTable without(ObjectTable table, TrainedModel whole, BitSet unknown) {
		List<String> features = whole.manifest().features();
		List<String> gone = unknown.stream().mapToObj(features::get).toList();
		int[] left = IntStream.range(0, features.size())
			.map((f) -> table.columns().indexOf(features.get(f)))
			.filter((column) -> !gone.contains(table.columns().get(column)))
			.toArray();
		return new ObjectTable(table.mission(), table.rows(), table.objects(), table.stars(), table.labels(),
				IntStream.of(left).mapToObj(table.columns()::get).toList(),
				IntStream.of(left).mapToObj((column) -> table.values()[column]).toArray(float[][]::new),
				table.archiveScores());
	}

	private interface Scorer {

		void predict(float[] vector, double[] probabilities);

	}

	/** Accuracy and Brier score on decided rows. */
	private static double[] judge(ObjectTable table, List<String> features, Scorer scorer) {
		int[] places = features.stream().mapToInt(table.columns()::indexOf).toArray();
		double[] figures = new double[2];
		int decided = 0;
		double[] probabilities = new double[2];
		for (int row = 0; row < table.size(); row++) {
			String name = Target.PLANET.classOf(table.mission(), table.labels()[row]).orElse("");
			if (!name.isEmpty()) {
				int at = row;
				float[] vector = new float[places.length];
				IntStream.range(0, vector.length).forEach((f) -> vector[f] = table.values()[places[f]][at]);
				scorer.predict(vector, probabilities);
				int planet = name.equals(Target.CONFIRMED) ? 1 : 0;
				figures[0] += ((probabilities[1] > 0.5) == (planet == 1)) ? 1 : 0;
				figures[1] += (probabilities[1] - planet) * (probabilities[1] - planet);
				decided++;
			}
		}
		return new double[] { figures[0] / decided, figures[1] / decided };
	}

	private static String[] pick(String[] column, int[] rows) {
		return IntStream.of(rows).mapToObj((row) -> column[row]).toArray(String[]::new);
	}

	private static float[] pick(float[] column, int[] rows) {
		float[] picked = new float[rows.length];
		IntStream.range(0, rows.length).forEach((i) -> picked[i] = column[rows[i]]);
		return picked;
	}

}
