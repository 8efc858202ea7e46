package io.exoscout.predictor.rows;

import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.predictor.TestModels;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ColumnMatchTests {

	private static final ModelInputs KEPLER = TestModels.inputs(Mission.KEPLER, TestModels.KEPLER_FEATURES);

	@Test
	void namesIgnoredAndMissingColumns() {
		ColumnMatch match = ColumnMatch.of(KEPLER.wanted(),
				List.of("kepid", "koi_period", "koi_duration", "koi_depth", "koi_prad"));
		assertThat(match.ignored()).containsExactly("kepid");
		assertThat(match.missing()).containsExactly("koi_teq");
	}

	@Test
	void doesNotMissAColumnTheModelWasTrainedWithout() {
		ModelInputs without = TestModels.inputs(Mission.KEPLER, List.of("koi_period", "koi_depth"));
		assertThat(ColumnMatch.of(without.wanted(), List.of("koi_period", "koi_depth")).missing()).isEmpty();
	}

	@Test
	void refusesAnotherMissionsTable() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> ColumnMatch.of(KEPLER.mission(), KEPLER.wanted(), report(Mission.TESS, List.of()),
					TestModels.KEPLER_FEATURES))
			.withMessageContaining("tess")
			.withMessageContaining("kepler");
	}

	@Test
	void refusesTextInAFeatureAndSaysWhere() {
		TableReport report = report(Mission.KEPLER,
				List.of(new IgnoredColumn("koi_depth", TableReport.NOT_NUMERIC, "1 cell, first on line 7: \"deep\"")));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> ColumnMatch.of(KEPLER.mission(), KEPLER.wanted(), report, TestModels.KEPLER_FEATURES))
			.withMessageContaining("koi_depth")
			.withMessageContaining("line 7");
	}

	@Test
	void doesNotMindTextWhereTheModelDoesNotLook() {
		TableReport report = report(Mission.KEPLER,
				List.of(new IgnoredColumn("koi_comment", TableReport.NOT_NUMERIC, "")));
		assertThat(ColumnMatch.of(KEPLER.mission(), KEPLER.wanted(), report, TestModels.KEPLER_FEATURES).missing())
			.isEmpty();
	}

	private static TableReport report(Mission mission, List<IgnoredColumn> ignored) {
		return new TableReport(mission, "", 1, 1, 1, List.of(), ignored, Map.of(), List.of(), null);
	}

}
