package io.exoscout.study.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.exoscout.fitting.OutOfFold;
import io.exoscout.study.MarkdownTable;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	private static final OutOfFold PREDICTIONS = new OutOfFold(new int[] { 0, 1 },
			new double[][] { { 0.9, 0.1 }, { 0.2, 0.8 } });

	private final List<String> calls = new ArrayList<>();

	/** Takes as many seconds as the seed says, times a factor. */
	private Contender contender(String name, double factor) {
		return new Contender() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public double fitOne(int fold, int seed) {
				ComparisonTests.this.calls.add(name + " fold " + fold);
				return factor * seed;
			}

			@Override
			public AllFolds fitAll(int threads, int seed) {
				return new AllFolds(10 * factor * seed, PREDICTIONS);
			}

		};
	}

	private Comparison comparison() {
		return new Comparison(new Measured(contender("ours", 1)), new Measured(contender("theirs", 2)),
				"≤ 0.5 × theirs");
	}

	@Test
	void whoComesFirstTakesTurns() throws IOException {
		Comparison comparison = comparison();
		comparison.round(0, 5, 2, true);
		comparison.round(6, 5, 2, true);
		comparison.round(1, 5, 2, true);
		assertThat(this.calls).containsExactly("ours fold 0", "theirs fold 0", "ours fold 1", "theirs fold 1",
				"theirs fold 1", "ours fold 1");
	}

	@Test
	void comparesMediansOfTheRoundsThatCount() throws IOException {
		Comparison comparison = comparison();
		for (int round = 0; round < 6; round++) {
			comparison.round(round, 5, 2, round > 0);
		}
		MarkdownTable table = Comparison.table(5, 2);
		comparison.addTo(table);
		assertThat(table.toString().lines().skip(2)).first()
			.asString()
			.contains("1.0000")
			.contains("3.00 s, 0.50 × theirs")
			.contains("30.00 s, 0.50 × theirs")
			.contains("≤ 0.5 × theirs");
		assertThat(table.toString().lines().skip(3)).first().asString().contains("| theirs ", "| 60.00 s ");
	}

}
