package io.exoscout.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.benchmarks.made.TableSynthesiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On made tables, of which the earlier one leaves open what has an even number. */
class TemporalStudyTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void judgesRankingsByLaterVerdicts() throws IOException {
		String later = made(Mission.KEPLER);
		String earlier = later.lines()
			.map((line) -> line.matches(".*K\\d+[02468]\\.\\d\\d,.*")
					? line.replaceFirst("CONFIRMED|FALSE POSITIVE", "CANDIDATE") : line)
			.reduce("", (all, line) -> all + line + "\n");
		String result = run(earlier, later);
		assertThat(result).contains("Trained on earlier.csv").contains("later.csv decides");
		assertThat(result.lines().filter((line) -> line.startsWith("| `xgboost`"))).singleElement()
			.asString()
			.containsPattern("0\\.[789]\\d\\d \\(0\\.\\d{3}–[01]\\.\\d{3}\\)")
			.containsPattern("0\\.\\d{3} \\(\\d+ % planets\\)");
		assertThat(result).contains("the archive's own score").doesNotContain("wanted");
	}

	@Test
	void refusesTablesOfTwoMissions() {
		assertThatExceptionOfType(StudyRefused.class).isThrownBy(() -> run(made(Mission.KEPLER), made(Mission.TESS)))
			.withMessageContaining("kepler")
			.withMessageContaining("tess");
	}

	@Test
	void refusesATableThatIsNotThere() throws IOException {
		try (StudyTables tables = new StudyTables()) {
			assertThatExceptionOfType(StudyRefused.class)
				.isThrownBy(() -> TemporalStudy.run(new CommandLine(Map.of("earlier", "nowhere.csv")), tables))
				.withMessageContaining("nowhere.csv");
		}
	}

	@Test
	void refusesAnUnknownAlgorithm() {
		assertThatExceptionOfType(StudyRefused.class)
			.isThrownBy(() -> Study.algorithms(new CommandLine(Map.of("algorithm", "magic"))))
			.withMessageContaining("'magic'")
			.withMessageContaining("xgboost");
	}

	private String run(String earlier, String later) throws IOException {
		Path before = Files.writeString(this.folder.resolve("earlier.csv"), earlier);
		Path after = Files.writeString(this.folder.resolve("later.csv"), later);
		try (StudyTables tables = new StudyTables()) {
			return TemporalStudy.run(new CommandLine(Map.of("earlier", before.toString(), "later", after.toString(),
					"algorithm", "xgboost", "trees", "20")), tables);
		}
	}

	private static String made(Mission mission) throws IOException {
		ByteArrayOutputStream table = new ByteArrayOutputStream();
		TableSynthesiser.write(mission, 500, 11, false, table);
		return table.toString(StandardCharsets.UTF_8);
	}

}
