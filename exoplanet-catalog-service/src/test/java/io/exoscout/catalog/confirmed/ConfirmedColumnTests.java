package io.exoscout.catalog.confirmed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfirmedColumnTests {

	@ParameterizedTest
	@CsvSource({ "disc_year,2011", "disc_year,2011.0", "pl_rade,1.5e1", "pl_rade,NaN", "pl_orbperlim,-1", "ra,360",
			"sy_kmag,-3.044", "hostname,Kepler-442" })
	void acceptsWhatTheArchiveWrites(String column, String cell) {
		assertThat(column(column).problem(cell)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "disc_year,2011.5,a whole number from 1900 to 2200", "disc_year,12,a whole number from 1900 to 2200",
			"pl_rade,0,a number above 0", "pl_rade,large,a number above 0", "pl_rade,1e99,a number above 0",
			"pl_orbperlim,2,'-1, 0 or 1'", "dec,-91,a number from -90 to 90", "pl_eqt,-3,'a number, 0 or more'",
			"sy_kmag,bright,a number" })
	void refusesWhatCanNotBe(String column, String cell, String accepted) {
		assertThat(column(column).problem(cell)).hasValueSatisfying((problem) -> assertThat(problem)
			.isEqualTo("%s is \"%s\"; accepted is %s".formatted(column, cell, accepted)));
	}

	@Test
	void whatNamesAPlanetIsNeeded() {
		assertThat(column("pl_name").problem("")).contains("pl_name is blank");
		assertThat(column("pl_rade").problem("")).isEmpty();
	}

	@Test
	void keepsAllDigits() {
		assertThat(column("pl_orbper").value("402000000.25")).isEqualTo(402000000.25);
	}

	@Test
	void onlyLimitsAreMarked() {
		assertThat(column("pl_radelim").value("0")).isNull();
		assertThat(column("pl_radelim").value("1")).isEqualTo(1);
	}

	private static ConfirmedColumn column(String name) {
		return ConfirmedColumns.named(name).orElseThrow();
	}

}
