package io.exoscout.predictor.drift;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

import io.exoscout.prediction.Drift;
import io.exoscout.prediction.Drift.FeatureDrift;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DriftTallyTests {

	/** From 1 to 1,000, a tenth in each bin. */
	private static final float[] TRAINED = values(1000);

	@Test
	void theSameRowsDoNotDiffer() {
		Drift drift = drift(TRAINED);
		assertThat(drift).returns("none", Drift::level)
			.returns(0.0, Drift::psi)
			.returns(0.0, Drift::outside)
			.returns(1000L, Drift::rows);
		assertThat(drift.features()).isEmpty();
	}

	@Test
	void theIndexIsThatOfTheTextbook() {
		// a fifth instead of a tenth in the first bin, nothing in the second
		FeatureSpread spread = FeatureSpread.of(TRAINED);
		long[] counts = { 20, 0, 10, 10, 10, 10, 10, 10, 10, 10, 0 };
		double known = (0.2 - 0.1) * Math.log(0.2 / 0.1) + (0.0001 - 0.1) * Math.log(0.0001 / 0.1);
		assertThat(spread.stability(counts, 100)).isEqualTo(known, within(1e-12));
	}

	@Test
	void theRowsOfEachBinAreATenth() {
		assertThat(FeatureSpread.of(TRAINED).shares()).containsExactly(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1,
				0);
	}

	@Test
	void valuesBeyondTheRangeAreOutside() {
		float[] sent = TRAINED.clone();
		sent[0] = 0.5f;
		sent[1] = 1000.5f;
		assertThat(drift(sent).outside()).isEqualTo(0.002);
	}

	@Test
	void aShiftedTableIsStrong() {
		float[] sent = TRAINED.clone();
		for (int i = 0; i < sent.length; i++) {
			sent[i] += 300;
		}
		Drift drift = drift(sent);
		assertThat(drift.level()).isEqualTo("strong");
		assertThat(drift.outside()).isEqualTo(0.3);
		assertThat(drift.features()).extracting(FeatureDrift::feature).containsExactly("koi_period");
	}

	@Test
	void missingValuesAreABinOfTheirOwn() {
		float[] sent = TRAINED.clone();
		for (int i = 0; i < sent.length; i += 2) {
			sent[i] = Float.NaN;
		}
		Drift drift = drift(sent);
		assertThat(drift.level()).isEqualTo("strong");
		assertThat(drift).returns(0.5, Drift::missing).returns(0.0, Drift::missingInTraining);
	}

	@Test
	void fewRowsGetNoVerdict() {
		assertThat(drift(values(199))).returns("few_rows", Drift::level).returns(null, Drift::psi);
		assertThat(drift(values(200)).level()).isEqualTo("strong");
	}

	@Test
	void fewRowsAreStillComparedWithTheRange() {
		Drift drift = drift(new float[] { 5, 2000, Float.NaN });
		assertThat(drift.outside()).isEqualTo(0.5);
		assertThat(drift.features()).containsExactly(new FeatureDrift("koi_period", "few_rows", null, 0.5, 0.3333, 0));
	}

	@Test
	void aModelWithoutRowsKnowsNothing() {
		DriftTally tally = new DriftTally(new TrainingSpread(List.of("koi_period"), new double[] { 1 }, List.of()));
		tally.add(new float[] { 1 });
		assertThat(tally.drift(new BitSet())).isEqualTo(Drift.unknown(1));
	}

	@Test
	void whatMattersMoreCountsMore() {
		TrainingSpread two = new TrainingSpread(List.of("koi_period", "koi_depth"), new double[] { 0.01, 0.99 },
				List.of(FeatureSpread.of(TRAINED), FeatureSpread.of(TRAINED)));
		DriftTally tally = new DriftTally(two);
		for (float value : TRAINED) {
			tally.add(new float[] { value + 100, value });
		}
		Drift drift = tally.drift(new BitSet());
		assertThat(drift.level()).isEqualTo("none");
		assertThat(drift.features()).singleElement().returns("strong", FeatureDrift::level);
	}

	@Test
	void whatNoRowCanHaveIsLeftOut() {
		DriftTally tally = new DriftTally(trained(TRAINED));
		for (int i = 0; i < 200; i++) {
			tally.add(new float[] { Float.NaN });
		}
		BitSet absent = new BitSet();
		absent.set(0);
		assertThat(tally.drift(absent).features()).isEmpty();
	}

	@Test
	void aFeatureWithoutAnyTrainingValueIsComparedByWhatIsMissing() {
		float[] nothing = { Float.NaN, Float.NaN };
		DriftTally tally = new DriftTally(trained(nothing));
		for (float value : TRAINED) {
			tally.add(new float[] { value });
		}
		assertThat(tally.drift(new BitSet())).returns("strong", Drift::level).returns(1.0, Drift::outside);
	}

	@Test
	void rowsDrawnFromTheSameSourceDoNotDrift() {
		SplittableRandom random = new SplittableRandom(7);
		float[] sent = new float[500];
		for (int i = 0; i < sent.length; i++) {
			sent[i] = 1 + random.nextInt(1000);
		}
		assertThat(drift(sent).level()).isEqualTo("none");
	}

	private static Drift drift(float[] sent) {
		DriftTally tally = new DriftTally(trained(TRAINED));
		for (float value : sent) {
			tally.add(new float[] { value });
		}
		return tally.drift(new BitSet());
	}

	private static TrainingSpread trained(float[] values) {
		return new TrainingSpread(List.of("koi_period"), new double[] { 1 }, List.of(FeatureSpread.of(values)));
	}

	private static float[] values(int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = i + 1;
		}
		return values;
	}

}
