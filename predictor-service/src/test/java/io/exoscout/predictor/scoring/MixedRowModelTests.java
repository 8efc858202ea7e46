package io.exoscout.predictor.scoring;

import io.exoscout.explanation.Parts;
import io.exoscout.explanation.ScoreUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MixedRowModelTests {

	private static final Fixed TELLING = new Fixed(0.9, 1, 0.95);

	private static final Fixed SILENT = new Fixed(0.4, 0.5, 0.75);

	private static MixedRowModel mixed(double weight) {
		return new MixedRowModel(TELLING, SILENT, weight);
	}

	private static double planet(RowModel model) {
		double[] probabilities = new double[2];
		model.predict(new float[][] { { 1 } }, new double[][] { probabilities });
		assertThat(probabilities[0] + probabilities[1]).isEqualTo(1, within(1e-12));
		return probabilities[1];
	}

	@Test
	void saysWhatLiesBetweenTheTwo() {
		assertThat(planet(mixed(1))).isEqualTo(0.9);
		assertThat(planet(mixed(0))).isEqualTo(0.4);
		assertThat(planet(mixed(0.2))).isEqualTo(0.2 * 0.9 + 0.8 * 0.4, within(1e-12));
	}

	@Test
	void knowsAndErrsAsMuchAsTheTwoTogether() {
		assertThat(mixed(0.2).information()).isEqualTo(0.6, within(1e-12));
		assertThat(mixed(0.2).accuracy()).isEqualTo(0.79, within(1e-12));
	}

	@Test
	void isExplainedByTheOneThatHasMoreOfASay() {
		assertThat(parts(mixed(0.5), null).contributions()[0]).containsExactly(0.9 - 0.5);
		assertThat(parts(mixed(0.49), null).contributions()[0]).containsExactly(new double[] { 0.4 - 0.5 },
				within(1e-12));
	}

	@Test
	void partsInAUnitAreThoseOfBoth() {
		Parts parts = parts(mixed(0.2), ScoreUnit.PROBABILITY);
		assertThat(parts.score(0)).isEqualTo(0.5, within(1e-12));
		assertThat(parts.base()[0]).isEqualTo(0.5);
		Parts logOdds = parts(mixed(0.4), ScoreUnit.LOG_ODDS);
		assertThat(logOdds.score(0)).isEqualTo(Math.log(0.6 / 0.4), within(1e-12));
	}

	private static Parts parts(RowModel model, @Nullable ScoreUnit unit) {
		return model.parts(new float[][] { { 1 } }, 1, unit, () -> {
		});
	}

	/** Says the same of every row. */
	private record Fixed(double planet, double information, double accuracy) implements RowModel {

		@Override
		public void predict(float[][] vectors, double[][] probabilities) {
			for (double[] row : probabilities) {
				row[0] = 1 - this.planet;
				row[1] = this.planet;
			}
		}

		@Override
		public Parts parts(float[][] vectors, int output, @Nullable ScoreUnit unit, Runnable meanwhile) {
			return new Parts(ScoreUnit.PROBABILITY, new double[] { 0.5 }, new double[][] { { this.planet - 0.5 } });
		}

	}

}
