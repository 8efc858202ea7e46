package io.exoscout.archive;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.RealTables;

import static org.assertj.core.api.Assertions.assertThat;

class DesignationTests {

	@ParameterizedTest
	@ValueSource(strings = { "K00752.01", "KOI-752.01", "KOI 752.01", "koi_752.01", "752.01", "K752.01", "KOI752.01",
			"KOI-00752.01", "k00752.01" })
	void oneKeplerObjectHasManySpellings(String name) {
		assertThat(Designation.object(Mission.KEPLER, name)).isEqualTo("K00752.01");
		assertThat(Designation.starOf(Mission.KEPLER, "K00752.01")).isEqualTo("KOI 00752");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10797460", "010797460", "10797460.0", "1.079746E7", "1.079746e+07", "KIC 10797460",
			"KIC-10797460", "kic10797460", "KIC 010797460", "kplr010797460" })
	void oneKeplerStarHasManySpellings(String name) {
		assertThat(Designation.star(Mission.KEPLER, name)).isEqualTo("10797460");
	}

	@ParameterizedTest
	@ValueSource(strings = { "174.01", "TOI-174.01", "TOI 174.01", "toi174.01", "0174.01" })
	void oneTessObjectHasManySpellings(String name) {
		assertThat(Designation.object(Mission.TESS, name)).isEqualTo("174.01");
		assertThat(Designation.starOf(Mission.TESS, "174.01")).isEqualTo("TOI 174");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "231663901", "TIC 231663901", "TIC231663901", "TIC-231663901", "231663901.0", "2.31663901E8" })
	void oneTessStarHasManySpellings(String name) {
		assertThat(Designation.star(Mission.TESS, name)).isEqualTo("231663901");
	}

	@ParameterizedTest
	@CsvSource({ "EPIC 201170410.01,EPIC 201170410.01", "EPIC201170410.01,EPIC 201170410.01",
			"201170410.01,EPIC 201170410.01", "epic-201170410.01,EPIC 201170410.01",
			"EPIC 201615463 c,EPIC 201615463 c", "EPIC201615463c,EPIC 201615463 c", "K2-3 b,K2-3 b", "k2-3b,K2-3 b",
			"K2 3 b,K2-3 b", "K2_3_B,K2-3 b", "K2-288 B b,K2-288 B b", "TRAPPIST-1 e,TRAPPIST-1 e" })
	void aK2ObjectHasManySpellings(String name, String expected) {
		assertThat(Designation.object(Mission.K2, name)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "EPIC 201170410,EPIC 201170410", "201170410,EPIC 201170410", "EPIC201170410,EPIC 201170410",
			"201170410.0,EPIC 201170410", "epic_201170410,EPIC 201170410", "K2-3,K2-3", "k2 3,K2-3",
			"HD  3167,HD 3167" })
	void aK2StarHasManySpellings(String name, String expected) {
		assertThat(Designation.star(Mission.K2, name)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.08E+07", "1.0797E+07", "1.1e7", "10800000", "", "None", "nan", "--" })
	void aRoundedNumberNamesNoStar(String name) {
		assertThat(Designation.star(Mission.KEPLER, name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Kepler-227 b,kepler227b", "KEPLER_227__B,kepler227b", "'  Kepler - 227\tb',kepler227b",
			"K00752.01,k00752.01", "'Zeta; 1/2',zeta;1/2", "'-_ ',''", "'',''" })
	void whatPeoplePutBetweenThePartsOfANameDoesNotCount(String name, String plain) {
		assertThat(Designation.plain(name)).isEqualTo(plain);
	}

	@Test
	void theArchivesOwnNamesStayAsTheyAre() throws Exception {
		for (Mission mission : Mission.values()) {
			String file = List.of(RealTables.KEPLER, RealTables.TESS, RealTables.K2).get(mission.ordinal());
			try (CsvTable table = CsvTable.open(RealTables.open(file), TableLimits.DEFAULTS)) {
				int object = table.column(mission.objectColumn());
				int star = table.column(mission.starColumn());
				for (CsvRow row = table.next(); row != null; row = table.next()) {
					String name = row.cells().get(object);
					assertThat(Designation.object(mission, name)).isEqualTo(name);
					assertThat(Designation.star(mission, row.cells().get(star))).isEqualTo(row.cells().get(star));
					assertThat(Designation.isShortened(mission, name)).isFalse();
				}
			}
		}
	}

}
