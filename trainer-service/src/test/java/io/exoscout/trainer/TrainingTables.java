package io.exoscout.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.candidate.Candidate;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.RealTables;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.model.Algorithm;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.HeldBlobs;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectTable;
import io.exoscout.worker.WorkWatch;

/** Tables and tasks for tests. */
public final class TrainingTables {

	private TrainingTables() {
	}

	/** One of the archive's tables with everything a model may learn from. */
	public static ObjectTable real(String name) throws IOException {
		try (InputStream raw = RealTables.open(name)) {
			return sent(raw, name);
		}
	}

	/** A table as somebody sends it, with everything a model may learn from. */
	static ObjectTable sent(InputStream raw, String name) throws IOException {
		return sent(raw, name, (vectors, columns) -> vectors.of(columns, vectors.neighbours(columns, () -> {
		}), () -> {
		}));
	}

	/** The objects that features of a real table look at. */
	static Neighbours neighbours(String name) throws IOException {
		try (InputStream raw = RealTables.open(name)) {
			return sent(raw, name, (vectors, columns) -> vectors.neighbours(columns, () -> {
			}));
		}
	}

	private static <T> T sent(InputStream raw, String name, BiFunction<FeatureVectors, ObjectTable, T> asked)
			throws IOException {
		Datasets datasets = new Datasets(new HeldBlobs(), TableLimits.DEFAULTS, Files.createTempDirectory("tables"));
		try (Upload upload = datasets.receive(raw, name)) {
			datasets.keep(upload);
			Mission mission = upload.report().mission();
			TableReport report = upload.report();
			FeatureSet set = FeatureSet.current(mission);
			FeatureChoice choice = set.choose(report, Exclusions.DEFAULT);
			List<String> used = choice.report().used();
			FeatureVectors vectors = new FeatureVectors(set,
					Stream.concat(used.stream(), choice.plan().computed().stream()).toList());
			return asked.apply(vectors, datasets.load(upload.ref(), mission, vectors.columns(), () -> {
			}));
		}
	}

	/**
	 * A made table of Kepler's kind: two objects per star, planets have a larger
	 * {@code signal}, often a missing {@code gap}, and nothing else to tell them by; the
	 * archive's score knows it all, of nine rows in ten.
	 */
	public static ObjectTable made(int objects, long seed) {
		Random random = new Random(seed);
		String[] labels = new String[objects];
		float[][] values = new float[4][objects];
		float[] archiveScores = new float[objects];
		for (int i = 0; i < objects; i++) {
			boolean planet = random.nextInt(3) == 0;
			labels[i] = planet ? "CONFIRMED" : (random.nextInt(10) == 0) ? "CANDIDATE" : "FALSE POSITIVE";
			values[0][i] = (float) (random.nextGaussian() + (planet ? 1.5 : 0));
			values[1][i] = (float) random.nextGaussian();
			values[2][i] = (random.nextInt(10) < (planet ? 7 : 3)) ? Float.NaN : (float) random.nextGaussian();
			values[3][i] = 7;
			archiveScores[i] = (i % 10 == 0) ? Float.NaN : i * 37 % 101 / 200f + (planet ? 0.5f : 0);
		}
		return new ObjectTable(Mission.KEPLER, LongStream.rangeClosed(1, objects).toArray(),
				names(objects, "K%05d.01", 1), names(objects, "%d", 2), labels,
				List.of("signal", "noise", "gap", "constant"), values, archiveScores);
	}

	private static String[] names(int objects, String pattern, int perName) {
		return IntStream.range(0, objects).mapToObj((i) -> pattern.formatted(i / perName)).toArray(String[]::new);
	}

	public static TrainingOptions options(Algorithm algorithm, Target target, long seed,
			Map<String, ?> hyperparameters) {
		return new TrainingOptions(algorithm, target, algorithm.check(hyperparameters), List.of(), seed);
	}

	public static Training.Task task(ObjectTable table, TrainingOptions options) {
		return new Training.Task("job", new DatasetRef("digest", "made.csv", 1, table.size(), 4, null, null),
				table.mission().id() + "-1", table, Neighbours.NONE, BlankPatterns.of(table), null, options);
	}

	/** The candidates of a training, in rank order. */
	public static List<Candidate> candidates(TrainingOutcome outcome) {
		List<Candidate> candidates = new ArrayList<>();
		outcome.candidates().candidates().forEach(candidates::add);
		return candidates;
	}

	/** Nobody waits. */
	public static WorkWatch patient() {
		return new WorkWatch() {

			@Override
			public void progress(String phase, double fraction, String message) {
				// nobody listens
			}

			@Override
			public boolean stopped() {
				return false;
			}

		};
	}

}
