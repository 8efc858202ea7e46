package io.exoscout.feature;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FeatureVectorsTests {

	private static final FeatureSet KEPLER = FeatureSet.current(Mission.KEPLER);

	/** The Earth before the Sun: 84 ppm, 13 hours, 215 solar radii away. */
	private static Map<String, Double> earth() {
		Map<String, Double> earth = new HashMap<>();
		earth.put("koi_period", 365.25);
		earth.put("koi_duration", 12.98);
		earth.put("koi_depth", 84.0);
		earth.put("koi_srad", 1.0);
		earth.put("koi_slogg", 4.4377);
		earth.put("koi_prad", 1.0);
		earth.put("koi_impact", 0.0);
		earth.put("koi_steff", 5777.0);
		earth.put("koi_model_snr", 20.0);
		earth.put("koi_depth_err1", 4.2);
		return earth;
	}

	private static float of(String feature, Map<String, Double> columns) {
		FeatureVectors vectors = new FeatureVectors(KEPLER, List.of(feature));
		float[] values = new float[vectors.columns().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = columns.getOrDefault(vectors.columns().get(i), Double.NaN).floatValue();
		}
		ObjectRow row = new ObjectRow(1, "K1", "1", "", values);
		return vectors.of(row, vectors.neighbours(List.of(row), () -> {
		}))[0];
	}

	@Test
	void putsTheEarthAtItsDistance() {
		assertThat(of("a_over_r", earth())).isEqualTo(215.03f, within(0.05f));
	}

	@Test
	void findsTheEarthsTransitAsLongAsItIs() {
		assertThat(of("duration_to_longest", earth())).isEqualTo(1f, within(0.01f));
		assertThat(of("log_density_ratio", earth())).isEqualTo(0f, within(0.01f));
	}

	@Test
	void findsTheEarthAsLargeAsItsTransitIsDeep() {
		assertThat(of("radius_ratio_agreement", earth())).isEqualTo(1f, within(0.01f));
	}

	@Test
	void takesTheSunForADwarf() {
		assertThat(of("star_size_excess", earth())).isEqualTo(1f);
	}

	@Test
	void countsTheSignalOfEachTransit() {
		assertThat(of("snr_per_transit", earth())).isEqualTo((float) (20 / Math.sqrt(1470 / 365.25)), within(1e-4f));
		assertThat(of("depth_significance", earth())).isEqualTo(20f, within(1e-4f));
	}

	@ParameterizedTest
	@ValueSource(strings = { "koi_period", "koi_srad", "koi_slogg" })
	void hasNoValueWhereASourceIsMissing(String column) {
		Map<String, Double> columns = earth();
		columns.remove(column);
		assertThat(of("a_over_r", columns)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, 1e9, 1e30 })
	void hasNoValueForAbsurdPeriods(double period) {
		Map<String, Double> columns = earth();
		columns.put("koi_period", period);
		assertThat(of("duty_cycle", columns)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -84 })
	void hasNoValueForDepthsThatAreNone(double depth) {
		Map<String, Double> columns = earth();
		columns.put("koi_depth", depth);
		assertThat(of("radius_ratio_from_depth", columns)).isNaN();
		assertThat(of("depth_significance", columns)).isNaN();
	}

	@Test
	void hasNoValueWhereAnUncertaintyIsZero() {
		Map<String, Double> columns = earth();
		columns.put("koi_depth_err1", 0.0);
		assertThat(of("depth_significance", columns)).isNaN();
	}

	@Test
	void copesWithTheLargestImpactOfTheArchive() {
		Map<String, Double> columns = earth();
		columns.put("koi_impact", 100.8);
		assertThat(of("grazing", columns)).isEqualTo(100.81f, within(0.01f));
		assertThat(of("v_shape", columns)).isEqualTo(1f);
	}

	@Test
	void givesColumnsAsTheyAre() {
		assertThat(of("koi_period", earth())).isEqualTo(365.25f);
	}

	/** As no training here would have it, but a file from elsewhere may. */
	@ParameterizedTest
	@ValueSource(strings = { "ra", "dec", "period", "epoch", "P", "T", "b", "transits" })
	void aColumnThatIsCalledLikeALineOfTheSetIsThatColumn(String column) {
		List<String> features = List.of("koi_depth", column, "duty_cycle", "snr_per_transit", "v_shape");
		FeatureVectors vectors = new FeatureVectors(KEPLER, features);
		Map<String, Double> columns = earth();
		columns.put(column, 17.5);
		float[] values = new float[vectors.columns().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = columns.getOrDefault(vectors.columns().get(i), Double.NaN).floatValue();
		}
		float[] vector = vectors.of(new ObjectRow(1, "K1", "1", "", values), Neighbours.NONE);
		assertThat(vector).containsExactly(84f, 17.5f, of("duty_cycle", earth()), of("snr_per_transit", earth()),
				of("v_shape", earth()));
		assertThat(vectors.sources(1).stream()).containsExactly(vectors.columns().indexOf(column));
	}

	@Test
	void whereTheSetComputesNothingARelationsNameIsAColumn() {
		FeatureVectors vectors = new FeatureVectors(FeatureSet.of(Mission.KEPLER, "kepler-1"),
				List.of("koi_depth", "objects_on_star"));
		assertThat(vectors.relational()).isFalse();
		assertThat(vectors.columns()).containsExactly("koi_depth", "objects_on_star");
	}

	@Test
	void looksAroundOnlyWhereAFeatureDoes() {
		assertThat(new FeatureVectors(KEPLER, List.of("koi_period", "duty_cycle")).relational()).isFalse();
		assertThat(new FeatureVectors(KEPLER, List.of("objects_on_star")).relational()).isTrue();
	}

	@Test
	void knowsWhichFeaturesAnAbsentColumnLeavesUnknown() {
		FeatureVectors vectors = new FeatureVectors(KEPLER,
				List.of("koi_period", "koi_srad", "duty_cycle", "a_over_r", "objects_on_star"));
		BitSet blank = new BitSet();
		blank.set(vectors.columns().indexOf("koi_srad"));
		assertThat(vectors.unknown(blank).stream()).containsExactly(1, 3);
	}

	@Test
	void aRowWithoutNamesHasNoRelations() {
		FeatureVectors vectors = new FeatureVectors(KEPLER,
				List.of("koi_period", "objects_on_star", "same_period_1e5"));
		int object = vectors.columns().size();
		BitSet starless = new BitSet();
		starless.set(object + 1);
		assertThat(vectors.unknown(starless).stream()).containsExactly(1);
		starless.set(object);
		assertThat(vectors.unknown(starless).stream()).containsExactly(1, 2);
	}

}
