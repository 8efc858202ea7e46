package io.exoscout.trainer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.RealTables;
import io.exoscout.model.Algorithm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A table twice in one file, its objects called otherwise the second time. */
class ConcatenatedTablesTests {

	private static final int ROWS = 3000;

	private static final Map<Mission, Map<String, Double>> ONCE = new EnumMap<>(Mission.class);

	private enum Renaming {

		OTHER_NAMES, BLANK_NAMES, BLANK_NAMES_AND_PLACES, ONLY_STARS_OTHERWISE

	}

	static Stream<Arguments> renamings() {
		return Stream.of(Mission.KEPLER, Mission.TESS)
			.flatMap((mission) -> Stream.of(Renaming.values()).map((renaming) -> Arguments.of(mission, renaming)));
	}

	@ParameterizedTest
	@MethodSource("renamings")
	void promisesNoMoreThanTheTableOnce(Mission mission, Renaming renaming) throws IOException {
		List<List<String>> rows = rows(mission);
		if (!ONCE.containsKey(mission)) {
			ONCE.put(mission, figures(rows));
		}
		List<List<String>> twice = new ArrayList<>(rows);
		rows.stream().skip(1).forEach((row) -> twice.add(renamed(rows.get(0), row, twice.size(), mission, renaming)));
		Map<String, Double> once = ONCE.get(mission);
		Map<String, Double> figures = figures(twice);
		assertThat(figures.get("accuracy")).isCloseTo(once.get("accuracy"), within(0.01));
		assertThat(figures.get("brier")).isCloseTo(once.get("brier"), within(0.01));
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_DR25, RealTables.TESS, RealTables.TESS_26_COLUMNS,
			RealTables.K2 })
	void findsNoSecondNamesInTheArchivesTables(String name) throws IOException {
		assertThat(TrainingTables.neighbours(name).size()).isEqualTo(TrainingTables.real(name).size());
	}

	private static List<String> renamed(List<String> header, List<String> row, int at, Mission mission,
			Renaming renaming) {
		List<String> renamed = new ArrayList<>(row);
		int object = header.indexOf(mission.objectColumn());
		int star = header.indexOf(mission.starColumn());
		switch (renaming) {
			case OTHER_NAMES -> {
				renamed.set(object,
						(mission == Mission.KEPLER) ? "K%05d.01".formatted(20000 + at) : 20000 + at + ".01");
				renamed.set(star, String.valueOf(700000001 + at * 7));
			}
			case BLANK_NAMES -> blank(renamed, object, star);
			case BLANK_NAMES_AND_PLACES -> {
				blank(renamed, object, star);
				header.stream()
					.filter((name) -> name.matches("(ra|dec)(str)?"))
					.forEach((name) -> renamed.set(header.indexOf(name), ""));
			}
			case ONLY_STARS_OTHERWISE -> {
				renamed.set(object, "object " + at);
				renamed.set(star, "");
			}
		}
		return renamed;
	}

	private static void blank(List<String> row, int... columns) {
		for (int column : columns) {
			row.set(column, "");
		}
	}

	private static Map<String, Double> figures(List<List<String>> rows) throws IOException {
		String csv = rows.stream()
			.map((row) -> row.stream()
				.map((cell) -> '"' + cell.replace("\"", "\"\"") + '"')
				.collect(Collectors.joining(",")))
			.collect(Collectors.joining("\n"));
		return new Training(Runtime.getRuntime().availableProcessors()).run(TrainingTables.task(
				TrainingTables.sent(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "twice.csv"),
				TrainingTables.options(Algorithm.GRADIENT_BOOSTING, Target.PLANET, 42, Map.of("n_estimators", 40))),
				TrainingTables.patient())
			.manifest()
			.metrics();
	}

	/** Header and first rows of the archive's table. */
	private static List<List<String>> rows(Mission mission) throws IOException {
		String name = (mission == Mission.KEPLER) ? RealTables.KEPLER : RealTables.TESS;
		List<List<String>> rows = new ArrayList<>();
		try (CsvTable table = CsvTable.open(RealTables.open(name), TableLimits.DEFAULTS)) {
			rows.add(table.columns());
			for (CsvRow row = table.next(); row != null && rows.size() <= ROWS; row = table.next()) {
				rows.add(List.copyOf(row.cells()));
			}
		}
		return rows;
	}

}
