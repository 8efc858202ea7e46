package io.exoscout.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.LabelWord;
import io.exoscout.archive.Mission;
import io.exoscout.csv.Resources;
import io.exoscout.header.Synonym;
import io.exoscout.header.Synonyms;
import io.exoscout.header.Units;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/tables.md} shows the declared lists; {@code make tables} writes them anew.
 */
class TablesPageTests {

	private static final Path PAGE = Path.of("..", "..", "docs", "tables.md");

	private static final String BEGIN = "<!-- from here on made by make tables -->\n";

	@Test
	void showsTheDeclaredLists() throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf(BEGIN) + BEGIN.length();
		assertThat(begin).isGreaterThan(BEGIN.length());
		if (Boolean.getBoolean("exoscout.tables.write")) {
			Files.writeString(PAGE, page.substring(0, begin) + lists());
		}
		else {
			assertThat(page.substring(begin)).as("docs/tables.md is older than the lists; run make tables")
				.isEqualTo(lists());
		}
	}

	private static String lists() {
		StringBuilder text = new StringBuilder();
		for (Mission mission : Mission.values()) {
			text.append("\n### Names of %s columns\n\n".formatted(mission.id()))
				.append("| Column | Unit | Also read as |\n|---|---|---|\n");
			names(mission).forEach((column, names) -> text.append("| `%s` | %s | %s |\n".formatted(column,
					ArchiveColumns.of(mission, column).unit(), String.join(", ", names))));
		}
		text.append("\n### Units\n\n| Archive's unit, or column | Units that a header may name |\n|---|---|\n");
		units().forEach((unit, named) -> text.append("| %s | %s |\n".formatted(unit, String.join(", ", named))));
		text.append("\n### Labels\n\n| kepler | tess | k2 | Read from |\n|---|---|---|---|\n");
		Arrays.stream(LabelWord.values())
			.forEach((word) -> text.append("| %s | %s | %s | %s |\n".formatted(shown(Mission.KEPLER.word(word)),
					shown(Mission.TESS.word(word)), shown(Mission.K2.word(word)),
					String.join(", ", word.spellings()))));
		return text.toString();
	}

	private static Map<String, List<String>> names(Mission mission) {
		return Synonyms.of(mission)
			.declared()
			.stream()
			.collect(Collectors.groupingBy(Synonym::column, LinkedHashMap::new,
					Collectors.mapping((synonym) -> synonym.name()
							+ (synonym.unit().isEmpty() ? "" : " (in " + synonym.unit() + ")")
							+ (synonym.own() ? " ★" : ""), Collectors.toList())));
	}

	private static Map<String, List<String>> units() {
		return Resources.rows(Units.class, "units.csv")
			.stream()
			.collect(Collectors.groupingBy((cells) -> cells.get(0), TreeMap::new,
					Collectors.mapping((cells) -> cells.get(1), Collectors.toList())));
	}

	private static String shown(String label) {
		return label.isEmpty() ? "(undecided)" : label;
	}

}
