package io.exoscout.fitting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingRows;
import io.exoscout.problem.Quoted;

/** The way from samples to the rows that stay with a model, and back. */
public final class KeptRows {

	/** Of larger tables whole stars are left out, until no more than this are left. */
	static final int MOST = 20_000;

	private KeptRows() {
	}

	/** What stays with a model of what it was trained on. */
	public static TrainingRows of(Samples samples, BlankPatterns blanks) {
		int[] stars = numbers(samples.stars());
		int[] rows = some(stars);
		return new TrainingRows(
				Arrays.stream(samples.values()).map((feature) -> Samples.pick(feature, rows)).toArray(float[][]::new),
				IntStream.of(rows).map((row) -> samples.labels()[row]).toArray(),
				IntStream.of(rows).map((row) -> stars[row]).toArray(), blanks);
	}

	/**
	 * What keeps models from being fitted to the rows of a model of unknown origin.
	 * @param model the model
	 * @return what is wrong, in words, or nothing; nothing too where it has kept no rows
	 */
	public static String fault(TrainedModel model) {
		TrainingRows rows = model.rows();
		if (rows.size() == 0) {
			return "";
		}
		if (rows.size() > MOST) {
			return "it keeps %d training rows; at most %d are accepted".formatted(rows.size(), MOST);
		}
		for (float[] feature : rows.values()) {
			for (float value : feature) {
				if (Float.isInfinite(value)) {
					return "a training row has a value that is not finite";
				}
			}
		}
		for (int c = 0; c < model.forests().classes(); c++) {
			int label = c;
			long stars = IntStream.range(0, rows.size())
				.filter((row) -> rows.labels()[row] == label)
				.map((row) -> rows.stars()[row])
				.distinct()
				.limit(2)
				.count();
			if (stars < 2) {
				return "its training rows of class %s are of fewer than two stars"
					.formatted(Quoted.shortened(model.manifest().classNames().get(c)));
			}
		}
		return "";
	}

	/** The samples that a model keeps, with the features at some places. */
	static Samples samples(TrainedModel model, int[] features) {
		TrainingRows rows = model.rows();
		ModelManifest manifest = model.manifest();
		List<String> names = IntStream.of(features).mapToObj(manifest.features()::get).toList();
		float[][] values = IntStream.of(features).mapToObj((f) -> rows.values()[f]).toArray(float[][]::new);
		// numbers in the order of the names they stand for, so that stars fall into the
		// folds they fell into
		String[] stars = IntStream.of(rows.stars()).mapToObj("%010d"::formatted).toArray(String[]::new);
		float[] noScores = new float[rows.size()];
		Arrays.fill(noScores, Float.NaN);
		return new Samples(names, manifest.classNames(), values, rows.labels(), stars, noScores);
	}

	/** The places of a model's features but those that are not known. */
	static int[] known(TrainedModel model, BitSet unknown) {
		return IntStream.range(0, model.manifest().features().size()).filter((f) -> !unknown.get(f)).toArray();
	}

	private static int[] numbers(String[] names) {
		Map<String, Integer> numbers = new TreeMap<>();
		Arrays.stream(names).forEach((name) -> numbers.put(name, 0));
		int next = 0;
		for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
			entry.setValue(next++);
		}
		return Arrays.stream(names).mapToInt(numbers::get).toArray();
	}

	/** Rows of whole stars, chosen by no order that could mean something. */
	private static int[] some(int[] stars) {
		int[] all = IntStream.range(0, stars.length).toArray();
		if (stars.length <= MOST) {
			return all;
		}
		double share = (double) MOST / stars.length;
		return IntStream.of(all)
			.filter((row) -> new Seed(stars[row]).random().nextDouble() < share)
			.limit(MOST)
			.toArray();
	}

}
