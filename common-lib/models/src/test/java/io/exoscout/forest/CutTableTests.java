package io.exoscout.forest;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CutTableTests {

	private final Random random = new Random(7);

	/** By looking at each threshold. */
	private static int[] counted(float[] cuts, float[] values) {
		int[] bins = new int[values.length];
		for (int i = 0; i < bins.length; i++) {
			for (float cut : cuts) {
				bins[i] += (values[i] >= cut) ? 1 : 0;
			}
		}
		return bins;
	}

	private static int[] looked(float[] cuts, float[] values) {
		int[] bits = new int[values.length];
		for (int i = 0; i < bits.length; i++) {
			bits[i] = Float.floatToRawIntBits(values[i]);
		}
		int[] bins = new int[values.length];
		FeatureBins.CutTable.of(cuts).bin(bits, bins, bins.length);
		return bins;
	}

	/** The thresholds, their neighbours, the odd ones and others. */
	private float[] values(float[] cuts) {
		float[] values = new float[5 * cuts.length + 8];
		int at = 0;
		for (float cut : cuts) {
			values[at++] = cut;
			values[at++] = Math.nextUp(cut);
			values[at++] = Math.nextDown(cut);
			values[at++] = -cut;
			values[at++] = cut * (0.5f + this.random.nextFloat());
		}
		float[] odd = { 0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE,
				Float.MAX_VALUE, -Float.MAX_VALUE };
		System.arraycopy(odd, 0, values, at, odd.length);
		for (int i = 0; i < values.length; i++) {
			values[i] = Float.isNaN(values[i]) ? 1 : values[i];
		}
		return values;
	}

	private static float[] sorted(float... cuts) {
		Arrays.sort(cuts);
		return cuts;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 15, 16, 17, 254, 3000 })
	void countsAsLookingAtEachDoes(int cuts) {
		float[] near = new float[cuts];
		float[] far = new float[cuts];
		for (int i = 0; i < cuts; i++) {
			near[i] = 1000 + i * 0.001f;
			far[i] = (float) ((this.random.nextBoolean() ? 1 : -1) * Math.exp(this.random.nextGaussian() * 20));
		}
		for (float[] some : new float[][] { sorted(near), sorted(far) }) {
			float[] values = values(some);
			assertThat(looked(some, values)).isEqualTo(counted(some, values));
		}
	}

	@Test
	void takesAllThatFloatsCanBe() {
		float[] cuts = { Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, -1, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1,
				Float.MAX_VALUE, Float.POSITIVE_INFINITY };
		float[] values = values(cuts);
		assertThat(looked(cuts, values)).isEqualTo(counted(cuts, values));
	}

	@Test
	void thresholdsInOnePlaceAndOneFarAwayAreTold() {
		float[] cuts = new float[300];
		for (int i = 0; i < cuts.length - 1; i++) {
			cuts[i] = Float.intBitsToFloat(Float.floatToIntBits(1f) + i);
		}
		cuts[cuts.length - 1] = 1e30f;
		float[] values = values(cuts);
		assertThat(looked(cuts, values)).isEqualTo(counted(cuts, values));
	}

	@Test
	void tellsWhatIsNoNumberByKeysBeyondInfinity() {
		int[] bits = { Float.floatToRawIntBits(Float.NaN), 0xffc0_0001, 0x7f80_0001, 0xffff_ffff, 0x7fff_ffff,
				Float.floatToRawIntBits(Float.NEGATIVE_INFINITY), Float.floatToRawIntBits(Float.POSITIVE_INFINITY) };
		FeatureBins.CutTable.of(new float[] { -3, 4 }).bin(bits, new int[bits.length], bits.length);
		assertThat(Arrays.stream(bits).mapToObj((key) -> Math.abs(key) > FeatureBins.CutTable.INFINITE))
			.containsExactly(true, true, true, true, true, false, false);
	}

}
