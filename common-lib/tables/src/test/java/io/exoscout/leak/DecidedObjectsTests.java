package io.exoscout.leak;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.exoscout.csv.CellCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DecidedObjectsTests {

	@Test
	void aColumnOfChanceReachesHalf() {
		DecidedObjects objects = objects(4000, 1);
		assertThat(objects.rocAuc(ColumnBins.of(noise(4000, 2)))).isEqualTo(0.5, within(0.03));
	}

	@Test
	void aColumnThatSaysNothingReachesExactlyHalf() {
		assertThat(objects(500, 1).rocAuc(ColumnBins.of(new float[500]))).isEqualTo(0.5);
	}

	@Test
	void aColumnThatSaysAllReachesOne() {
		DecidedObjects objects = objects(500, 1);
		float[] verdicts = new float[500];
		IntStream.range(0, 500).forEach((i) -> verdicts[i] = objects.planets()[i] ? 2 : 7);
		assertThat(objects.rocAuc(ColumnBins.of(verdicts))).isEqualTo(1);
	}

	@Test
	void whatIsLearntOfAStarDoesNotCountOnThatStar() {
		// the column names the star, which tells everything of it and nothing of others
		boolean[] planets = new boolean[3000];
		String[] stars = new String[3000];
		float[] values = new float[3000];
		Random random = new Random(3);
		for (int i = 0; i < 3000; i++) {
			planets[i] = (i % 100 == 0) ? random.nextBoolean() : planets[i - 1];
			stars[i] = "star " + i / 100;
			values[i] = CellCode.of(stars[i]);
		}
		assertThat(DecidedObjects.of(planets, stars).rocAuc(ColumnBins.of(values))).isEqualTo(0.5);
	}

	/**
	 * The example of Hanley and McNeil: 0.893, with 51 and 58 cases, give or take 0.032.
	 */
	@Test
	void exceedsAThresholdByTwiceTheStandardErrorOrNotAtAll() {
		boolean[] planets = new boolean[109];
		IntStream.range(0, 51).forEach((i) -> planets[i] = true);
		DecidedObjects objects = DecidedObjects.of(planets, stars(109));
		assertThat(objects.exceeds(0.893, 0.827)).isTrue();
		assertThat(objects.exceeds(0.893, 0.829)).isFalse();
	}

	@Test
	void twoHundredObjectsSufficeWhenThirtyAreOfEitherClass() {
		assertThat(suffice(200, 30)).isTrue();
		assertThat(suffice(200, 170)).isTrue();
		assertThat(suffice(199, 100)).isFalse();
		assertThat(suffice(5000, 29)).isFalse();
		assertThat(suffice(5000, 4971)).isFalse();
	}

	private static boolean suffice(int objects, int planets) {
		boolean[] verdicts = new boolean[objects];
		IntStream.range(0, planets).forEach((i) -> verdicts[i] = true);
		return DecidedObjects.of(verdicts, stars(objects)).suffice();
	}

	private static DecidedObjects objects(int count, long seed) {
		Random random = new Random(seed);
		boolean[] planets = new boolean[count];
		IntStream.range(0, count).forEach((i) -> planets[i] = random.nextInt(3) == 0);
		return DecidedObjects.of(planets, stars(count));
	}

	private static String[] stars(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "star " + i).toArray(String[]::new);
	}

	private static float[] noise(int count, long seed) {
		Random random = new Random(seed);
		float[] values = new float[count];
		IntStream.range(0, count).forEach((i) -> values[i] = (float) random.nextGaussian());
		return values;
	}

}
