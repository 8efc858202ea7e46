package io.exoscout.benchmarks.made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Verdict;
import io.exoscout.body.TableLimits;
import io.exoscout.header.ColumnNames;
import io.exoscout.header.SchemaDetector;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableSynthesiserTests {

	private static final Path TEST_DATA = Files.isDirectory(Path.of("test_data")) ? Path.of("test_data")
			: Path.of("../test_data");

	@ParameterizedTest
	@CsvSource({ "KEPLER,700,1,training", "KEPLER,60,2,candidates", "TESS,700,3,training", "TESS,60,4,candidates",
			"K2,600,5,training", "K2,60,6,candidates" })
	void testDataCanBeMadeAgainByteForByte(Mission mission, int objects, long seed, String name) throws IOException {
		ByteArrayOutputStream made = new ByteArrayOutputStream();
		TableSynthesiser.write(mission, objects, seed, name.equals("candidates"), made);
		assertThat(TEST_DATA.resolve(mission.id()).resolve(name + ".csv")).hasBinaryContent(made.toByteArray());
	}

	@ParameterizedTest
	@EnumSource
	void madeTablesReadLikeRealOnes(Mission mission) throws IOException {
		List<ObjectRow> objects = read(mission, "training");
		assertThat(objects).hasSize((mission == Mission.K2) ? 600 : 700);
		assertThat(objects.stream().map(ObjectRow::object).distinct()).hasSize(objects.size());
		assertThat(objects.stream().map(ObjectRow::star).distinct().count()).isLessThan(objects.size());
		for (Verdict verdict : Verdict.values()) {
			assertThat(objects).filteredOn((object) -> verdict(mission, object) == verdict)
				.as(verdict.name())
				.hasSizeGreaterThan(60);
		}
	}

	@ParameterizedTest
	@EnumSource
	void candidatesAreUndecided(Mission mission) throws IOException {
		assertThat(read(mission, "candidates")).hasSize(60)
			.allMatch((object) -> verdict(mission, object) == Verdict.UNDECIDED);
	}

	@Test
	void k2TablesHaveNumberSignsAndSeveralRowsPerPlanet() throws IOException {
		List<String> lines = Files.readAllLines(TEST_DATA.resolve("k2/training.csv"));
		assertThat(lines.stream().filter((line) -> line.indexOf('#') > 0)).hasSizeGreaterThan(20);
		assertThat(lines).hasSizeGreaterThan(800);
	}

	@Test
	void saysHowItIsUsed() {
		assertThatIllegalArgumentException().isThrownBy(() -> TableSynthesiser.main(new String[] { "kepler", "10" }))
			.withMessageContaining("usage");
	}

	private static Verdict verdict(Mission mission, ObjectRow object) {
		return mission.verdict(object.label()).orElseThrow();
	}

	private static List<ObjectRow> read(Mission mission, String name) throws IOException {
		InputStream file = Files.newInputStream(TEST_DATA.resolve(mission.id()).resolve(name + ".csv"));
		try (ObjectReader reader = ObjectReader.open(file, mission, ArchiveColumns.core(mission),
				TableLimits.DEFAULTS)) {
			assertThat(SchemaDetector.detect(reader.columns(), ColumnNames.of(reader.columns()).told()).mission())
				.isEqualTo(mission);
			List<ObjectRow> objects = new ArrayList<>();
			for (ObjectRow object = reader.next(); object != null; object = reader.next()) {
				objects.add(object);
			}
			assertThat(reader.notFinite()).isZero();
			return objects;
		}
	}

}
