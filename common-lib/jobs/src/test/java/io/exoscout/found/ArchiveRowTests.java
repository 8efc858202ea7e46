package io.exoscout.found;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.web.CsvColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArchiveRowTests {

	private static Map<String, ?> cells(String mission, KnownStar star) {
		return new ArchiveRow(MadeSearch.of("a", mission, star), MadeSearch.signal(1, 0.8374907, "candidate"))
			.cells("tess");
	}

	private static double number(Map<String, ?> cells, String column) {
		assertThat(cells.get(column)).as(column).isInstanceOf(Number.class);
		return ((Number) cells.get(column)).doubleValue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kepler", "tess", "k2" })
	void everyColumnHasATypeInFormsThatHaveTypes(String mission) throws IOException {
		try (InputStream declared = ArchiveRow.class.getResourceAsStream("/io/exoscout/astronomy/answer-columns.csv")) {
			List<String> names = new String(declared.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.split(",")[0])
				.toList();
			assertThat(ArchiveRow.columns(mission)).extracting(CsvColumn::name).isSubsetOf(names);
		}
	}

	/** Of Kepler-10 b, K00072.01. */
	@Test
	void whatFollowsFromStarAndPeriodIsWhatTheArchiveSays() {
		Map<String, ?> cells = cells("kepler", MadeSearch.STAR);
		assertThat(number(cells, "koi_sma")).isCloseTo(0.0167, within(1e-4));
		assertThat(number(cells, "koi_slogg")).isCloseTo(4.347, within(0.001));
		assertThat(number(cells, "koi_teq")).isCloseTo(1980, within(3.0));
		assertThat(number(cells, "koi_insol")).isCloseTo(3630.32, within(0.01 * 3630));
	}

	@Test
	void uncertaintiesLieOnBothSides() {
		Map<String, ?> cells = cells("kepler", MadeSearch.STAR);
		for (String column : new String[] { "koi_period", "koi_depth", "koi_duration", "koi_impact", "koi_ror" }) {
			assertThat(number(cells, column + "_err1")).as(column).isPositive();
			assertThat(number(cells, column + "_err2")).isEqualTo(-number(cells, column + "_err1"));
		}
	}

	@Test
	void aStarThatNobodyKnowsIsNotTheSun() {
		Map<String, ?> cells = cells("kepler", new KnownStar(null, null, 5000.0));
		assertThat(cells.get("koi_steff")).isEqualTo(5000.0);
		for (String column : new String[] { "koi_prad", "koi_sma", "koi_teq", "koi_insol", "koi_slogg", "koi_srad" }) {
			assertThat(cells).as(column).containsKey(column);
			assertThat(cells.get(column)).as(column).isNull();
		}
	}

	@Test
	void inclinationIsThatOfACircularOrbit() {
		assertThat(number(cells("kepler", MadeSearch.STAR), "koi_incl")).isCloseTo(Math.toDegrees(Math.acos(0.3 / 3.4)),
				within(1e-9));
	}

	@Test
	void columnsAreThoseOfTheCurvesMissionOrElseOfTheOneAskedFor() {
		assertThat(cells("kepler", MadeSearch.STAR)).containsKey("koi_period").doesNotContainKey("pl_orbper");
		assertThat(cells("k2", MadeSearch.STAR)).containsKey("epic_candname");
		assertThat(cells(null, MadeSearch.STAR)).containsKey("pl_trandurh").doesNotContainKey("koi_period");
	}

	@Test
	void whatWasSeenOnceHasNoPeriodNorWhatFollowsFromIt() {
		Map<String, ?> cells = new ArchiveRow(MadeSearch.of("a", "kepler", MadeSearch.STAR), MadeSearch.once(1))
			.cells("kepler");
		assertThat(cells.get("koi_period")).isNull();
		assertThat(cells.get("koi_sma")).isNull();
		assertThat(cells.get("koi_teq")).isNull();
		assertThat(cells.get("koi_num_transits")).isNull();
		assertThat(number(cells, "koi_depth")).isEqualTo(905);
	}

	@Test
	void theTenthSignalIsNotTheHundredth() {
		assertThat(new ArchiveRow(MadeSearch.of("a", "kepler", null), MadeSearch.signal(10, 3, "candidate"))
			.cells("kepler")
			.get("kepoi_name")).isEqualTo("KIC 11904151.10");
	}

}
