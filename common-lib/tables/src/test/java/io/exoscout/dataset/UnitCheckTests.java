package io.exoscout.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.csv.Numbers;
import io.exoscout.header.ColumnNames;
import io.exoscout.header.SchemaDetector;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told from the archive's measurements, and what must not be. */
class UnitCheckTests {

	private static final Map<String, DoubleUnaryOperator> SAME = Map.of();

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_2017, RealTables.KEPLER_CANDIDATES,
			RealTables.KEPLER_153_COLUMNS, RealTables.KEPLER_140_COLUMNS, RealTables.KEPLER_DR25, RealTables.TESS,
			RealTables.TESS_26_COLUMNS, RealTables.K2 })
	void realTablesAndAnyOfTheirRowsAreMeasurements(String file) {
		Rows all = Rows.of(file);
		assertThat(all.problem(SAME)).isNull();
		assertThat(check(all, SAME).notes()).noneMatch((note) -> note.contains("impossible"));
		for (Rows some : List.of(all,
				all.where("koi_prad pl_rade", (value) -> value > 8)
					.where("koi_period pl_orbper", (value) -> value < 10),
				all.where("koi_steff st_teff", (value) -> value < 4000),
				all.where("koi_steff st_teff", (value) -> value > 7500),
				all.where("koi_period pl_orbper", (value) -> value < 1),
				all.where("koi_period pl_orbper", (value) -> value > 100),
				all.where("koi_srad st_rad", (value) -> value > 3),
				all.where("koi_prad pl_rade", (value) -> value < 1.2))) {
			assertThat(some.problem(SAME)).isNull();
			for (int seed = 0; seed < 50; seed++) {
				ProblemException problem = some.random(30, seed).problem(SAME);
				assertThat(problem).as("seed %d", seed).isNull();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_153_COLUMNS, RealTables.KEPLER_140_COLUMNS,
			RealTables.TESS, RealTables.TESS_26_COLUMNS, RealTables.K2 })
	void logarithmsAndScaledTablesAreTold(String file) {
		Rows all = Rows.of(file);
		for (int seed = 0; seed < 10; seed++) {
			Rows rows = (seed == 0) ? all : all.random(200, seed);
			assertTold(rows, rows.each((low, high) -> Math::log10), "logarithms");
			assertTold(rows, rows.each((low, high) -> Math::log1p), "logarithms");
			assertTold(rows, rows.each((low, high) -> (value) -> (value - low) / (high - low)), "0..1");
			assertTold(rows, rows.each((low, high) -> (value) -> 100 * (value - low) / (high - low)), "");
		}
	}

	@ParameterizedTest
	@CsvSource({ "kepler-koi-cumulative-2025-10-04.csv,koi_duration,0.0416667,d",
			"kepler-koi-cumulative-2025-10-04.csv,koi_duration,60,min",
			"kepler-koi-cumulative-2025-10-04.csv,koi_depth,1e-6,fraction",
			"kepler-koi-cumulative-2025-10-04.csv,koi_depth,1e-4,",
			"kepler-koi-cumulative-2025-10-04.csv,koi_depth,1e-3,",
			"kepler-koi-cumulative-2025-10-04.csv,koi_prad,0.0892,",
			"kepler-koi-cumulative-2025-10-04.csv,koi_period,24,", "kepler-koi-cumulative-2025-10-04.csv,koi_srad,109,",
			"tess-toi-2025-10-04.csv,pl_trandurh,0.0416667,d", "tess-toi-2025-10-04.csv,pl_trandep,1e-6,fraction",
			"tess-toi-2025-10-04.csv,pl_trandep,1e-4,", "tess-toi-2025-10-04.csv,pl_trandep,1e-3,",
			"tess-toi-2025-10-04.csv,pl_rade,0.0892,", "tess-toi-2025-10-04.csv,pl_orbper,24,",
			"k2-k2pandc-2025-10-04.csv,st_rad,109,", "k2-k2pandc-2025-10-04.csv,sy_dist,0.001,kpc" })
	void oneColumnInAnotherUnitIsTold(String file, String column, double factor, @Nullable String unit) {
		Map<String, DoubleUnaryOperator> change = Map.of(column, (value) -> value * factor);
		Rows all = Rows.of(file);
		for (int seed = 0; seed < 10; seed++) {
			Rows rows = (seed == 0) ? all : all.random(500, seed);
			assertTold(rows, change, (unit != null) ? "in \"" + unit + "\"" : "");
		}
	}

	@Test
	void nothingIsToldOfAFewRows() {
		Rows few = Rows.of(RealTables.KEPLER).random(15, 1);
		assertThat(few.problem(Map.of("koi_depth", (value) -> value / 1e6))).isNull();
	}

	private static void assertTold(Rows rows, Map<String, DoubleUnaryOperator> change, String word) {
		ProblemException problem = rows.problem(change);
		assertThat(problem).isNotNull();
		assertThat(problem.code()).isEqualTo(ErrorCode.IMPOSSIBLE_VALUES);
		assertThat(problem.getMessage()).contains(word);
	}

	private static MeasurementCheck check(Rows rows, Map<String, DoubleUnaryOperator> changes) {
		MeasurementCheck check = new MeasurementCheck(rows.mission(), rows.columns(), "line");
		for (int i = 0; i < rows.cells().size(); i++) {
			List<String> cells = new ArrayList<>(rows.cells().get(i));
			for (Map.Entry<String, DoubleUnaryOperator> change : changes.entrySet()) {
				int place = rows.columns().indexOf(change.getKey());
				float value = Numbers.parse(cells.get(place));
				if (!Float.isNaN(value)) {
					double changed = change.getValue().applyAsDouble(value);
					cells.set(place, Double.isNaN(changed) ? "" : Double.toString(changed));
				}
			}
			check.add(i + 1, cells);
		}
		return check;
	}

	/** Rows of a real table. */
	private record Rows(Mission mission, List<String> columns, List<List<String>> cells) {

		static Rows of(String file) {
			try (CsvTable table = CsvTable.open(RealTables.open(file), TableLimits.DEFAULTS)) {
				List<List<String>> cells = new ArrayList<>();
				for (CsvRow row = table.next(); row != null; row = table.next()) {
					cells.add(row.cells());
				}
				return new Rows(
						SchemaDetector.detect(table.columns(), ColumnNames.of(table.columns()).told()).mission(),
						table.columns(), cells);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		Rows random(int rows, int seed) {
			List<List<String>> shuffled = new ArrayList<>(this.cells);
			Collections.shuffle(shuffled, new Random(seed));
			return new Rows(this.mission, this.columns, shuffled.subList(0, Math.min(rows, shuffled.size())));
		}

		/** Those in which a column, in one of its missions' names, is as wanted. */
		Rows where(String names, Predicate<Float> wanted) {
			int place = List.of(names.split(" "))
				.stream()
				.mapToInt(this.columns::indexOf)
				.filter((found) -> found >= 0)
				.findFirst()
				.orElseThrow();
			return new Rows(this.mission, this.columns,
					this.cells.stream().filter((row) -> wanted.test(Numbers.parse(row.get(place)))).toList());
		}

		/** The same change for every measured column, by its least and greatest value. */
		Map<String, DoubleUnaryOperator> each(Change change) {
			Map<String, DoubleUnaryOperator> changes = new LinkedHashMap<>();
			IntStream.range(0, this.columns.size())
				.filter((i) -> ArchiveColumns.role(this.mission, this.columns.get(i)) == ColumnRole.FEATURE)
				.forEach((i) -> {
					double[] values = this.cells.stream()
						.mapToDouble((row) -> Numbers.parse(row.get(i)))
						.filter((value) -> !Double.isNaN(value))
						.sorted()
						.toArray();
					if (values.length > 0 && values[0] < values[values.length - 1]) {
						changes.put(this.columns.get(i), change.of(values[0], values[values.length - 1]));
					}
				});
			return changes;
		}

		@Nullable ProblemException problem(Map<String, DoubleUnaryOperator> changes) {
			return check(this, changes).problem();
		}

	}

	/** Makes a change of the least and the greatest value of a column. */
	private interface Change {

		DoubleUnaryOperator of(double low, double high);

	}

}
