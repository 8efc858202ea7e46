package io.exoscout.series;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Series that were really measured, in the folder {@code streams} of
 * {@code EXOSCOUT_DATA}, by default {@code shared/data} beside the repository. Without
 * them their tests are skipped on a laptop, and fail in CI.
 *
 * @param times in seconds since 1970
 * @param values one for each
 */
record RealSeries(double[] times, double[] values) {

	static RealSeries airline() {
		return read("airline-passengers.csv", "month", "passengers", (month) -> day(month + "-01"));
	}

	static RealSeries chicagoTemperature() {
		return read("gsod-chicago-midway-1973-2023.csv", "DATE", "TEMP", RealSeries::day);
	}

	static RealSeries waterFlow() {
		return read("water-flow.csv", "Time", "Water flow [l/s]", (time) -> OffsetDateTime.parse(time).toEpochSecond());
	}

	static RealSeries roomCarbonDioxide() {
		return read("occupancy-4-sensors.csv", "time", "V4",
				(time) -> LocalDateTime.parse(time.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC));
	}

	private static double day(String date) {
		return LocalDate.parse(date).toEpochDay() * 86_400.0;
	}

	private static RealSeries read(String file, String time, String value, ToDoubleFunction<String> clock) {
		List<double[]> points = new ArrayList<>();
		try (Reader reader = Files.newBufferedReader(find(file));
				var rows = CSVFormat.DEFAULT.builder()
					.setHeader()
					.setSkipHeaderRecord(true)
					.setAllowMissingColumnNames(true)
					.get()
					.parse(reader)) {
			for (CSVRecord row : rows) {
				points.add(new double[] { clock.applyAsDouble(row.get(time)), Double.parseDouble(row.get(value)) });
			}
		}
		catch (IOException ex) {
			return Assertions.fail("the real series " + file + " can not be read", ex);
		}
		return new RealSeries(points.stream().mapToDouble((point) -> point[0]).toArray(),
				points.stream().mapToDouble((point) -> point[1]).toArray());
	}

	private static Path find(String name) {
		String configured = System.getenv("EXOSCOUT_DATA");
		Path folder = (configured != null) ? Path.of(configured) : null;
		for (Path up = Path.of("").toAbsolutePath(); folder == null && up != null; up = up.getParent()) {
			folder = Files.isDirectory(up.resolve("shared/data")) ? up.resolve("shared/data") : null;
		}
		Path file = (folder != null) ? folder.resolve("streams").resolve(name) : null;
		boolean there = file != null && Files.exists(file);
		if (!there && "true".equals(System.getenv("CI"))) {
			Assertions.fail("the real series " + name + " is missing; set EXOSCOUT_DATA to the folder of its folder");
		}
		Assumptions.assumeTrue(there, "the real series " + name + " is not here; EXOSCOUT_DATA names its folder");
		return file;
	}

	RegularSeries onGrid() {
		return TimeGrid.of(this.times, this.values);
	}

}
