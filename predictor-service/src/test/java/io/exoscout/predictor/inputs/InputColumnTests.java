package io.exoscout.predictor.inputs;

import java.util.List;

import io.exoscout.feature.FeatureInput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InputColumnTests {

	private static final FeatureInput PERIOD = new FeatureInput("koi_period", "column", "d", "koi_period", null,
			List.of(), "Orbital Period", null);

	@Test
	void quantilesGoFromTheLeastToTheMost() {
		float[] values = new float[101];
		for (int i = 0; i < values.length; i++) {
			values[i] = 100 - i;
		}
		float[] quantiles = InputColumn.of(PERIOD, 0.2, values).quantiles();
		assertThat(quantiles).hasSize(21).isSorted().startsWith(0, 5).endsWith(95, 100);
	}

	@Test
	void rowsWithoutAValueCountAsMissing() {
		InputColumn column = InputColumn.of(PERIOD, 0.2, new float[] { 1, Float.NaN, 3, Float.NaN });
		assertThat(column.missing()).isEqualTo(0.5, within(1e-9));
		assertThat(column.quantiles()).startsWith(1).endsWith(3);
	}

	@Test
	void columnThatNoRowHasNoQuantiles() {
		assertThat(InputColumn.of(PERIOD, 0, new float[] { Float.NaN }).quantiles()).isEmpty();
	}

}
