package io.exoscout.searcher;

import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.file.CurveReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurveIntakeTests {

	@Test
	void nameOfTheStarSaysWhoseCurveItIs() {
		assertThat(CurveIntake.mission(report("EPIC 249622103", TimeSystem.BKJD, 200))).isEqualTo(Mission.K2);
		assertThat(CurveIntake.mission(report("KIC 6541920", TimeSystem.JD, 200))).isEqualTo(Mission.KEPLER);
		assertThat(CurveIntake.mission(report("TIC 261136679", TimeSystem.BJD, 200))).isEqualTo(Mission.TESS);
	}

	@Test
	void ofANamelessStarKeplersTimeSaysWhetherItIsFromBeforeOrAfterTheWheelStopped() {
		assertThat(CurveIntake.mission(report(null, TimeSystem.BKJD, 131.5))).isEqualTo(Mission.KEPLER);
		assertThat(CurveIntake.mission(report(null, TimeSystem.BKJD, 2061.0))).isEqualTo(Mission.K2);
	}

	@Test
	void julianDatesAreNobodysOwn() {
		assertThat(CurveIntake.mission(report(null, TimeSystem.BJD, 2_459_000))).isNull();
	}

	private static CurveReport report(String target, TimeSystem system, double start) {
		return new CurveReport(List.of(), target, null, system, 1000, null, start, start + 27, 30, 0, List.of(), 100,
				false);
	}

}
