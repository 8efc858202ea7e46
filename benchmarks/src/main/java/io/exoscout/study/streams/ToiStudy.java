package io.exoscout.study.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.exoscout.archive.Target;
import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.folding.StreamFold;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;

/**
 * What vetting can do with verdicts that come years later, beside what it would seem to
 * do with verdicts that come at once: TOIs replayed in the order they were announced,
 * scored by a learner that learns from each verdict, and by a forest that is trained anew
 * every quarter. Each is judged by what it said when the TOI was announced.
 */
public final class ToiStudy {

	/** A forest is trained once so many of either kind are known. */
	private static final int FEWEST = 50;

	private static final long QUARTER = Duration.ofDays(365).plusHours(6).toMillis() / 4;

	private final List<StreamEvent> events;

	private final TrainingOptions options;

	private final Samples samples;

	private ToiStudy(List<StreamEvent> events, TrainingOptions options) {
		this.events = events;
		this.options = options;
		this.samples = samples(events);
	}

	/**
	 * Replays and prints a table.
	 * @param arguments if need be {@code trees=}; {@code EXOSCOUT_DATA} names the folder
	 * of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("toi", arguments, ToiStudy::run);
	}

	static String run(CommandLine command, StudyTables tables) throws IOException {
		TrainingOptions options = Study.options(command, Algorithm.RANDOM_FOREST, Target.PLANET, Study.SEED);
		return new ToiStudy(ToiEvents.read(ToiEvents.late()), options).run();
	}

	private String run() throws IOException {
		Map<String, Double> known = this.forest((event) -> event.known());
		Map<String, Double> atOnce = this.forest((event) -> event.time());
		known.keySet().retainAll(atOnce.keySet());
		List<StreamEvent> judged = this.events.stream().filter((event) -> known.containsKey(event.id())).toList();
		MarkdownTable table = new MarkdownTable(
				List.of("ROC-AUC of what was said at announcement", "verdicts at once", "verdicts when they came"));
		table.row(List.of("`logistic_sgd`, learning from each", area(judged, learner(ToiEvents.immediate())),
				area(judged, learner(ToiEvents.late()))));
		table.row(List.of("`random_forest`, trained anew every quarter", area(judged, atOnce), area(judged, known)));
		return circumstances(judged) + "\n\n" + table;
	}

	private String circumstances(List<StreamEvent> judged) {
		double[] days = decided().stream()
			.mapToDouble((event) -> (event.known() - event.time()) / (double) Duration.ofDays(1).toMillis())
			.sorted()
			.toArray();
		return Study
			.text("%,d of %,d TOIs have a verdict, planet or not; judged by %,d, announced once %d of either kind were known, of "
					+ "which %.0f %% are planets. Verdicts came after %.0f, %.0f, %.0f days (a tenth, half, nine tenths).",
					this.samples.size(), this.events.size(), judged.size(), FEWEST,
					100.0 * judged.stream().filter((event) -> event.label() == 1).count() / judged.size(),
					days[days.length / 10], days[days.length / 2], days[days.length * 9 / 10]);
	}

	/** What a stream said of each TOI when it was announced. */
	private static Map<String, Double> learner(StreamDefinition definition) throws IOException {
		StreamFold fold = StreamFold.start(definition, null);
		Map<String, Double> said = new HashMap<>();
		for (StreamEvent event : ToiEvents.read(definition)) {
			said.put(event.id(), fold.apply(event).probability());
		}
		return said;
	}

	/**
	 * What a forest said that had seen the verdicts known by the beginning of the
	 * quarter.
	 */
	private Map<String, Double> forest(ToLongFunction<StreamEvent> known) {
		List<StreamEvent> decided = decided();
		Learner learner = Learner.of(this.options.algorithm(), this.options.hyperparameters());
		Map<String, Double> said = new HashMap<>();
		long first = decided.get(0).time();
		long last = decided.get(decided.size() - 1).time();
		for (long quarter = first; quarter <= last; quarter += QUARTER) {
			int[] rows = rows(decided, known, quarter);
			if (count(decided, rows, 1) >= FEWEST && count(decided, rows, 0) >= FEWEST) {
				Forests forests = learner
					.fit(TrainingSet.of(this.samples, rows), new Seed(this.options.seed()), new FitMonitor())
					.forests();
				score(decided, quarter, forests, said);
			}
		}
		return said;
	}

	private void score(List<StreamEvent> decided, long quarter, Forests forests, Map<String, Double> said) {
		float[] vector = new float[this.samples.features().size()];
		double[] probabilities = new double[2];
		for (int row = 0; row < decided.size(); row++) {
			StreamEvent event = decided.get(row);
			if (event.time() >= quarter && event.time() < quarter + QUARTER) {
				this.samples.copyRow(row, vector);
				forests.predict(vector, probabilities);
				said.put(event.id(), probabilities[1]);
			}
		}
	}

	private static int[] rows(List<StreamEvent> decided, ToLongFunction<StreamEvent> known, long time) {
		List<Integer> rows = new ArrayList<>();
		for (int row = 0; row < decided.size(); row++) {
			StreamEvent event = decided.get(row);
			if (event.time() < time && known.applyAsLong(event) < time) {
				rows.add(row);
			}
		}
		return rows.stream().mapToInt(Integer::intValue).toArray();
	}

	private static long count(List<StreamEvent> decided, int[] rows, int label) {
		return Arrays.stream(rows).filter((row) -> decided.get(row).label() == label).count();
	}

	private List<StreamEvent> decided() {
		return this.events.stream().filter((event) -> event.label() != StreamEvent.NO_LABEL).toList();
	}

	private static Samples samples(List<StreamEvent> events) {
		List<StreamEvent> decided = events.stream().filter((event) -> event.label() != StreamEvent.NO_LABEL).toList();
		float[][] values = new float[ToiEvents.measurements().size()][decided.size()];
		float[] noScores = new float[decided.size()];
		Arrays.fill(noScores, Float.NaN);
		for (int row = 0; row < decided.size(); row++) {
			for (int feature = 0; feature < values.length; feature++) {
				values[feature][row] = (float) decided.get(row).values()[feature];
			}
		}
		return new Samples(ToiEvents.measurements(), List.of("OTHER", "PLANET"), values,
				decided.stream().mapToInt(StreamEvent::label).toArray(),
				decided.stream().map(StreamEvent::id).toArray(String[]::new), noScores);
	}

	private static String area(List<StreamEvent> judged, Map<String, Double> said) {
		boolean[] labels = new boolean[judged.size()];
		double[] probabilities = new double[labels.length];
		for (int i = 0; i < labels.length; i++) {
			labels[i] = judged.get(i).label() == 1;
			probabilities[i] = said.getOrDefault(judged.get(i).id(), Double.NaN);
		}
		return Study.text("%.3f", ExactArea.of(probabilities, labels));
	}

}
