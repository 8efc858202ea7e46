package io.exoscout.study;

import io.exoscout.archive.Mission;
import io.exoscout.objects.ObjectTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerdictsTests {

	private static final ObjectTable EARLIER = MadeObjects.table(Mission.KEPLER, "K1 CANDIDATE", "K2 CANDIDATE",
			"K3 CONFIRMED", "K4 CANDIDATE", "K5 CANDIDATE", "K6 ");

	private static final ObjectTable LATER = MadeObjects.table(Mission.KEPLER, "K6 CONFIRMED 0.5", "K5 FALSE_POSITIVE",
			"K4 UNHEARD_OF", "K3 FALSE_POSITIVE", "K2 CANDIDATE", "K1 CONFIRMED 0.9", "K7 CONFIRMED");

	@Test
	void areThoseOnObjectsThatWereOpen() {
		Verdicts verdicts = Verdicts.between(EARLIER, LATER);
		assertThat(verdicts.byObject()).containsOnlyKeys("K1", "K5", "K6");
		assertThat(verdicts.on("K1")).contains(new Verdicts.Later(true, 0.9f));
		assertThat(verdicts.on("K5")).contains(new Verdicts.Later(false, Float.NaN));
		assertThat(verdicts.on("K3")).isEmpty();
	}

	@Test
	void anObjectWithoutANameIsNotFoundAgain() {
		ObjectTable nameless = MadeObjects.table(Mission.KEPLER, " CANDIDATE", "K1 CANDIDATE");
		ObjectTable later = MadeObjects.table(Mission.KEPLER, " CONFIRMED", "K1 CONFIRMED");
		assertThat(Verdicts.between(nameless, later).byObject()).containsOnlyKeys("K1");
	}

	@Test
	void refusesTablesOfTwoMissions() {
		ObjectTable tess = MadeObjects.table(Mission.TESS, "K1 CP");
		assertThatExceptionOfType(StudyRefused.class).isThrownBy(() -> Verdicts.between(EARLIER, tess))
			.withMessageContaining("one of kepler, the later one of tess");
	}

	@Test
	void refusesTablesWithNothingToJudgeBy() {
		assertThatExceptionOfType(StudyRefused.class).isThrownBy(() -> Verdicts.between(LATER, EARLIER))
			.withMessageContaining("decides on no object");
	}

}
