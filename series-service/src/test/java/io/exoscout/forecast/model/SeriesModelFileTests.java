package io.exoscout.forecast.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.series.FittedSeries;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.SeriesTraining;
import io.exoscout.series.TimeGrid;
import io.exoscout.store.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SeriesModelFileTests {

	private static final double[] RECENT = IntStream.range(0, 24).mapToDouble(SeriesModelFileTests::value).toArray();

	private static double value(int i) {
		return Math.sin(i * 0.7) + i / 3.0 + ((i % 12 == 0) ? 1 : 0);
	}

	private static SeriesModel model() {
		double[] times = IntStream.range(0, 200).mapToDouble((i) -> i).toArray();
		double[] values = IntStream.range(0, 200).mapToDouble(SeriesModelFileTests::value).toArray();
		FittedSeries fit = SeriesTraining.fit(TimeGrid.of(times, values), new SeriesOptions(10, 12, 3, false, 100));
		TreeMap<String, SeriesModel.FittedGroup> groups = new TreeMap<>();
		groups.put("star one", new SeriesModel.FittedGroup(fit, 200, 0, 0, 0, 0, 199));
		return new SeriesModel("curves", "flux", "time", "star", false, fit.options(), groups,
				List.of(new SeriesModel.RefusedGroup("star two", "too_few_points", "too short")));
	}

	private static ErrorCode refusal(byte[] bytes) {
		ProblemException[] refused = new ProblemException[1];
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SeriesModelFile.read(bytes))
			.satisfies((problem) -> refused[0] = problem);
		return refused[0].code();
	}

	@Test
	void aModelThatWasReadForecastsTheSameBits() {
		SeriesModel model = model();
		SeriesModel read = SeriesModelFile.read(SeriesModelFile.write(model));
		assertThat(read.groups().get("star one").fit().after(RECENT, 3))
			.isEqualTo(model.groups().get("star one").fit().after(RECENT, 3));
		assertThat(read.refusals()).isEqualTo(model.refusals());
	}

	@Test
	void theSameModelGivesTheSameBytes() {
		byte[] file = SeriesModelFile.write(model());
		assertThat(SeriesModelFile.write(model())).isEqualTo(file);
		assertThat(SeriesModelFile.write(SeriesModelFile.read(file))).isEqualTo(file);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9, 13, 40, 500 })
	void aBitThatChangedIsNoticed(int place) {
		byte[] file = SeriesModelFile.write(model());
		file[place] ^= 1;
		assertThat(refusal(file)).isEqualTo(ErrorCode.INVALID_MODEL_FILE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 7, 20, 47, 300 })
	void aFileThatEndsTooEarlyIsNoticed(int length) {
		assertThat(refusal(Arrays.copyOf(SeriesModelFile.write(model()), length)))
			.isEqualTo(ErrorCode.INVALID_MODEL_FILE);
	}

	@Test
	void aLaterVersionIsNamed() {
		byte[] file = SeriesModelFile.write(model());
		file[8] = 2;
		int end = file.length - 32;
		var digest = Digests.sha256();
		digest.update(file, 0, end);
		System.arraycopy(digest.digest(), 0, file, end, 32);
		assertThat(refusal(file)).isEqualTo(ErrorCode.UNKNOWN_FEATURE_SET);
	}

	/** Written by the first program that wrote any; stays here for good. */
	@Test
	void aFileOfVersionOneIsRead() throws IOException {
		Path kept = Path.of("src/test/resources/io/exoscout/forecast/model/version-1.series");
		if (Boolean.getBoolean("exoscout.series.write")) {
			Files.createDirectories(kept.getParent());
			Files.write(kept, SeriesModelFile.write(model()));
		}
		try (InputStream file = Files.newInputStream(kept)) {
			SeriesModel read = SeriesModelFile.read(file.readAllBytes());
			assertThat(read.collectionName()).isEqualTo("curves");
			List<FittedSeries.Forecast> forecasts = read.groups().get("star one").fit().after(RECENT, 3);
			assertThat(forecasts).hasSize(3);
			assertThat(forecasts.get(2).value()).isCloseTo(value(RECENT.length + 2), within(0.2));
		}
	}

}
