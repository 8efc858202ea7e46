package io.exoscout.benchmarks.made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurveSynthesiserTests {

	private static final Path TEST_DATA = Files.isDirectory(Path.of("test_data")) ? Path.of("test_data")
			: Path.of("../test_data");

	@Test
	void theCurveCanBeMadeAgainByteForByte() throws IOException {
		ByteArrayOutputStream made = new ByteArrayOutputStream();
		CurveSynthesiser.write(7, made);
		assertThat(TEST_DATA.resolve("lightcurves/two-planets.csv")).hasBinaryContent(made.toByteArray());
	}

	@Test
	void anotherSeedIsAnotherCurve() throws IOException {
		ByteArrayOutputStream made = new ByteArrayOutputStream();
		CurveSynthesiser.write(8, made);
		assertThat(made.toByteArray())
			.isNotEqualTo(Files.readAllBytes(TEST_DATA.resolve("lightcurves/two-planets.csv")));
	}

}
