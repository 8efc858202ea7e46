package io.exoscout.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StarSampleTests {

	/** Two rows of each star. */
	private static final List<Integer> ROWS = IntStream.range(0, 2000).boxed().toList();

	@Test
	void keepsEverythingThatFits() {
		assertThat(sample(2000, ROWS)).containsExactlyInAnyOrderElementsOf(ROWS);
	}

	@Test
	void keepsWholeStarsOnly() {
		List<Integer> sample = sample(301, ROWS);
		assertThat(sample).hasSize(300).allMatch((row) -> sample.contains(row ^ 1));
	}

	@Test
	void doesNotDependOnTheOrderOfRows() {
		List<Integer> shuffled = new ArrayList<>(ROWS);
		Collections.shuffle(shuffled, new Random(1));
		assertThat(sample(300, shuffled)).containsExactlyInAnyOrderElementsOf(sample(300, ROWS));
	}

	@Test
	void leavesOutAStarThatIsTooLarge() {
		StarSample<Integer> sample = new StarSample<>(300);
		ROWS.forEach((row) -> sample.add("the only star", row));
		assertThat(sample.rows()).isEmpty();
		assertThat(sample.takes("the only star")).isFalse();
	}

	private static List<Integer> sample(int maxRows, List<Integer> rows) {
		StarSample<Integer> sample = new StarSample<>(maxRows);
		rows.forEach((row) -> sample.add("star " + row / 2, row));
		return sample.rows();
	}

}
