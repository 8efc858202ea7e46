package io.exoscout.study.streams;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import io.exoscout.logistic.StreamLearner;
import io.exoscout.logistic.StreamLearners;
import io.exoscout.monitor.StreamMonitor;
import io.exoscout.online.StreamArrival;
import io.exoscout.folding.StreamFold;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;
import io.exoscout.study.scoring.CpuTime;

/**
 * Events that a core learns from in a second, each predicted and judged first: by us, and
 * by River or plain Python; and the same with everything from cells on, as a stream does
 * it.
 */
public final class StreamBenchmark {

	private static final int ROUNDS = 30;

	private final StreamRows rows;

	private final double[] probabilities;

	private long drifts;

	private StreamBenchmark(StreamRows rows) {
		this.rows = rows;
		this.probabilities = new double[rows.values().length];
	}

	/**
	 * Measures and prints a table.
	 * @param arguments {@code python=} the interpreter and {@code peers=} the script; if
	 * need be {@code rounds=} how often each is run; {@code EXOSCOUT_DATA} names the
	 * folder of the data
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("streams", arguments, StreamBenchmark::run);
	}

	private static String run(CommandLine command, StudyTables tables) throws IOException {
		MarkdownTable table = new MarkdownTable(List.of("Stream", "events", "ours, per s", "from cells on, per s",
				"peer, per s", "ours ÷ peer", "ROC-AUC, exact", "in bins", "largest difference", "drifts", "peer's"));
		String name = "";
		for (StreamRows rows : StreamRows.all()) {
			StreamPeer peer = StreamPeer.run(command.text("python").orElse("python3"),
					command.text("peers").orElse("benchmarks/src/main/python/streams.py"), rows);
			name = peer.name();
			table.row(new StreamBenchmark(rows).measured(peer, command.number("rounds").orElse(ROUNDS)));
			Study.progress(rows.definition().name() + " is measured");
		}
		return "Peer: %s; processor time of one thread each, our best of %d rounds, Java %s.%n%n%s".formatted(name,
				command.number("rounds").orElse(ROUNDS), Runtime.version().feature(),
				table.row(List.of("wanted", MarkdownTable.NOTHING, "≥ 4,000,000", MarkdownTable.NOTHING,
						MarkdownTable.NOTHING, "≥ 50", MarkdownTable.NOTHING, "± 0.001", "≤ 1e-9", "the peer's",
						MarkdownTable.NOTHING)));
	}

	private List<String> measured(StreamPeer peer, int rounds) {
		double[] seconds = CpuTime.best(rounds, List.of(this::learn, this::fold));
		int events = this.rows.values().length;
		double area = Objects.requireNonNull(monitor().whole().rocAuc());
		return List.of(this.rows.definition().name(), Study.text("%,d", events),
				Study.text("%,.0f", events / seconds[0]), Study.text("%,.0f", this.rows.cells().size() / seconds[1]),
				Study.text("%,.0f", events / peer.seconds()), Study.text("%.0f", peer.seconds() / seconds[0]),
				Study.text("%.4f", ExactArea.of(this.probabilities, this.rows.labels())), Study.text("%.4f", area),
				Study.text("%.0e", peer.difference(this.probabilities)), String.valueOf(this.drifts),
				String.valueOf(peer.drifts()));
	}

	/** Predicts, judges and learns. */
	private void learn() {
		monitor();
	}

	private StreamMonitor monitor() {
		StreamLearner learner = StreamLearners.of(this.rows.definition().model(), this.rows.values()[0].length, null);
		StreamMonitor monitor = new StreamMonitor(this.rows.definition().quality(), this.rows.definition().drift());
		boolean last = false;
		for (int i = 0; i < this.probabilities.length; i++) {
			double[] values = this.rows.values()[i];
			boolean label = this.rows.labels()[i];
			double probability = learner.probability(values);
			monitor.judge(probability, label, monitor.baseRate(), last, i, i);
			learner.learn(values, label);
			this.probabilities[i] = probability;
			last = label;
		}
		this.drifts = monitor.drifts();
		return monitor;
	}

	/** All that a stream does. */
	private void fold() {
		StreamFold fold = StreamFold.start(this.rows.definition(), null);
		for (StreamArrival arrival : StreamRows.decoded(this.rows.definition(), this.rows.cells())) {
			fold.apply(arrival);
		}
	}

}
