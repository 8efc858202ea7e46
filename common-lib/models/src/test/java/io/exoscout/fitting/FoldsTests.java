package io.exoscout.fitting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class FoldsTests {

	/** Rows of stars with one to four objects, a third of them planets. */
	private static Samples samples(int rows) {
		int[] labels = IntStream.range(0, rows).map((row) -> (row * 7 % 3 == 0) ? 1 : 0).toArray();
		String[] stars = IntStream.range(0, rows)
			.mapToObj((row) -> "star " + (row - row % (1 + row / 40 % 4)))
			.toArray(String[]::new);
		return samples(labels, stars);
	}

	private static Samples samples(int[] labels, String[] stars) {
		int classes = Arrays.stream(labels).max().orElseThrow() + 1;
		List<String> names = IntStream.range(0, classes).mapToObj((c) -> "class " + c).toList();
		return new Samples(List.of("x"), names, new float[1][labels.length], labels, stars, new float[labels.length]);
	}

	@Test
	void testsEveryRowExactlyOnce() {
		Folds folds = Folds.of(samples(500), new Seed(1));
		int[] tested = IntStream.range(0, folds.count())
			.flatMap((fold) -> Arrays.stream(folds.tested(fold)))
			.sorted()
			.toArray();
		assertThat(tested).containsExactly(IntStream.range(0, 500).toArray());
	}

	@Test
	void trainsOnAllOtherRows() {
		Folds folds = Folds.of(samples(500), new Seed(1));
		Set<Integer> tested = new HashSet<>(Arrays.stream(folds.tested(2)).boxed().toList());
		assertThat(Arrays.stream(folds.trained(2)).noneMatch(tested::contains)).isTrue();
		assertThat(folds.trained(2).length + tested.size()).isEqualTo(500);
	}

	@Test
	void noStarStandsOnBothSides() {
		Samples samples = samples(500);
		Folds folds = Folds.of(samples, new Seed(1));
		Map<String, Integer> foldOfStar = new HashMap<>();
		for (int row = 0; row < samples.size(); row++) {
			Integer before = foldOfStar.put(samples.stars()[row], folds.of()[row]);
			assertThat(before).isIn(null, folds.of()[row]);
		}
		assertThat(folds.stars()).isEqualTo(foldOfStar.size());
	}

	@Test
	void foldsShareTheClassesEvenly() {
		Samples samples = samples(500);
		Folds folds = Folds.of(samples, new Seed(1));
		double share = (double) samples.classCounts()[1] / samples.size();
		for (int fold = 0; fold < 5; fold++) {
			int[] tested = folds.tested(fold);
			double planets = Arrays.stream(tested).map((row) -> samples.labels()[row]).sum();
			assertThat(tested.length).isBetween(95, 105);
			assertThat(planets / tested.length).isCloseTo(share, within(0.02));
		}
	}

	@Test
	void sameSeedDealsTheSame() {
		assertThat(Folds.of(samples(500), new Seed(3)).of()).isEqualTo(Folds.of(samples(500), new Seed(3)).of());
		assertThat(Folds.of(samples(500), new Seed(3)).of()).isNotEqualTo(Folds.of(samples(500), new Seed(4)).of());
	}

	@Test
	void makesFewerFoldsWhereAClassHasFewStars() {
		int[] labels = new int[40];
		labels[3] = 1;
		labels[20] = 1;
		labels[30] = 1;
		String[] stars = IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new);
		Folds folds = Folds.of(samples(labels, stars), new Seed(1));
		assertThat(folds.count()).isEqualTo(3);
		assertThat(IntStream.of(3, 20, 30).map((row) -> folds.of()[row]).sorted().toArray()).containsExactly(0, 1, 2);
	}

	@Test
	void refusesAClassOfOneStar() {
		int[] labels = new int[40];
		labels[3] = 1;
		labels[4] = 1;
		String[] stars = IntStream.range(0, 40).mapToObj((row) -> "star " + row / 10).toArray(String[]::new);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Folds.of(samples(labels, stars), new Seed(1)))
			.withMessageContaining("Class class 1 has rows of one star only");
	}

	@Test
	void dealsOutOnlyTheRowsItIsGiven() {
		Samples samples = samples(500);
		int[] rows = Folds.of(samples, new Seed(1)).trained(3);
		Folds within = Folds.within(samples, rows, 4, new Seed(2));
		int[] dealt = IntStream.range(0, 4).flatMap((part) -> Arrays.stream(within.tested(part))).sorted().toArray();
		assertThat(dealt).containsExactly(rows);
		assertThat(within.trained(0).length + within.tested(0).length).isEqualTo(rows.length);
	}

	@Test
	void partsOfAFoldShareNoStar() {
		Samples samples = samples(500);
		Folds within = Folds.within(samples, Folds.of(samples, new Seed(1)).trained(3), 4, new Seed(2));
		for (int part = 0; part < 4; part++) {
			assertThat(stars(samples, within.tested(part)))
				.doesNotContainAnyElementsOf(stars(samples, within.trained(part)));
		}
	}

	private static Set<String> stars(Samples samples, int[] rows) {
		return new HashSet<>(Arrays.stream(rows).mapToObj((row) -> samples.stars()[row]).toList());
	}

	@Test
	void rowsOfAClassOnOneStarCanNotBeParted() {
		Samples samples = samples(new int[] { 0, 0, 1, 1 }, new String[] { "a", "b", "c", "c" });
		Folds within = Folds.within(samples, new int[] { 0, 1, 2, 3 }, 4, new Seed(2));
		assertThat(within.count()).isZero();
	}

}
