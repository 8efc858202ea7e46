package io.exoscout.jobs.verdict;

import io.exoscout.archive.Mission;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NamedObjectTests {

	@ParameterizedTest
	@CsvSource({ "K00752.01, KEPLER, K00752.01", "koi-752.01, KEPLER, K00752.01", "TOI-1000.01, TESS, 1000.01",
			"EPIC 201912552.01, K2, EPIC 201912552.01", "k2-3 b, K2, K2-3 b" })
	void nameTellsTheMission(String name, Mission mission, String object) {
		assertThat(NamedObject.of(name, null)).isEqualTo(new NamedObject(mission, object));
	}

	@Test
	void otherNamesNeedTheMission() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NamedObject.of("BD+20 594 b", null))
			.withMessageContaining("'mission'");
		// a KOI, a TOI, or one of EPIC
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NamedObject.of("752.01", null))
			.withMessageContaining("'mission'");
		assertThat(NamedObject.of("752.01", "kepler")).isEqualTo(new NamedObject(Mission.KEPLER, "K00752.01"));
		assertThat(NamedObject.of("BD+20 594  b", "k2")).isEqualTo(new NamedObject(Mission.K2, "BD+20 594 b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "a\nb", "\u0000" })
	void noNameIsRefused(String name) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NamedObject.of(name, "kepler"))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
	}

	@Test
	void longNameIsRefused() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NamedObject.of("K".repeat(201), "kepler"))
			.withMessageContaining("200 characters");
	}

	@Test
	void missionThatThereIsNotIsRefused() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NamedObject.of("K00752.01", "gaia"))
			.withMessageContaining("'gaia'")
			.withMessageContaining("kepler, tess, k2");
	}

}
