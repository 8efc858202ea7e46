package io.exoscout.trainer.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.dataset.RealTables;
import io.exoscout.leak.LeakAudit;
import io.exoscout.leak.LeakAudit.AuditedColumn;
import io.exoscout.learning.Samples;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.result.ResultJson;
import io.exoscout.trainer.TrainingTables;
import io.exoscout.trainer.Training;
import io.exoscout.trainer.TrainingOutcome;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeatureAuditTests {

	private static final ObjectTable TABLE = TrainingTables.made(900, 3);

	private static final TrainingOptions OPTIONS = TrainingTables.options(Algorithm.RANDOM_FOREST, Target.PLANET, 1,
			Map.of("n_estimators", 5));

	@Test
	void leavesOutAFeatureThatGivesTheLabelAway() {
		TrainingOutcome outcome = new Training(1).run(TrainingTables.task(withLeak(TABLE), OPTIONS),
				TrainingTables.patient());
		assertThat(outcome.manifest().features()).containsExactly("signal", "noise", "gap", "constant");
		assertThat(ResultJson.map(outcome.results()).get("leak_audit"))
			.isEqualTo(outcome.manifest().evaluation().get("leak_audit"))
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("flagged", List.of("leak"));
	}

	@Test
	void leavesHonestFeaturesAlone() {
		FeatureAudit audited = audit(TABLE, Target.PLANET);
		assertThat(audited.audit().judged()).isTrue();
		assertThat(audited.samples().features()).isEqualTo(TABLE.columns());
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.TESS, RealTables.K2 })
	void leavesColumnsAndComputedFeaturesOfTheArchivesTablesAlone(String file) throws IOException {
		LeakAudit audit = audit(TrainingTables.real(file), Target.PLANET).audit();
		assertThat(audit.flagged()).isEmpty();
		assertThat(audit.columns()).isNotEmpty().allMatch((column) -> column.rocAuc() < 0.9);
	}

	@Test
	void comparesPlanetsWithFalsePositivesWhateverIsToBeLearnt() {
		assertThat(audit(withLeak(TABLE), Target.DISPOSITION).audit())
			.isEqualTo(audit(withLeak(TABLE), Target.PLANET).audit());
	}

	@Test
	void knowsThePlanetsOfTessByTheirLabels() {
		String[] labels = Arrays.stream(TABLE.labels())
			.map((label) -> label.equals("CONFIRMED") ? "KP" : label.equals("CANDIDATE") ? "PC" : "FA")
			.toArray(String[]::new);
		ObjectTable tess = new ObjectTable(Mission.TESS, TABLE.rows(), TABLE.objects(), TABLE.stars(), labels,
				TABLE.columns(), TABLE.values(), TABLE.archiveScores());
		assertThat(audit(tess, Target.DISPOSITION).audit()).isEqualTo(audit(TABLE, Target.DISPOSITION).audit());
	}

	@Test
	void refusesToTrainOnNothingButLeaksNamingThem() {
		ObjectTable leaky = withLeak(TABLE);
		ObjectTable leakOnly = new ObjectTable(leaky.mission(), leaky.rows(), leaky.objects(), leaky.stars(),
				leaky.labels(), List.of("leak"), new float[][] { leaky.values()[4] }, leaky.archiveScores());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> audit(leakOnly, Target.PLANET))
			.matches((ex) -> ex.kind() == ProblemKind.UNUSABLE && ex.code() == ErrorCode.NO_USABLE_COLUMN)
			.withMessageContaining("leak (this column alone reaches ROC-AUC ");
	}

	@Test
	void namesWhatWasFoundInTheTableOnceMore() {
		LeakAudit table = new LeakAudit(0.95, 0.8, 900, List.of("koi_score"),
				List.of(new AuditedColumn("koi_score", 0.98, 0.6, true, "too good"),
						new AuditedColumn("koi_prad", 0.8, 0.5, false, "")),
				0.5);
		assertThat(ResultJson.map(audit(TABLE, Target.PLANET).leaks(table))).containsEntry("flagged_in_table",
				List.of(Map.of("column", "koi_score", "roc_auc", 0.98, "missing_roc_auc", 0.6, "flagged", true,
						"finding", "too good")));
	}

	private static FeatureAudit audit(ObjectTable table, Target target) {
		TrainingOptions options = TrainingTables.options(Algorithm.RANDOM_FOREST, target, 1, Map.of());
		return FeatureAudit.of(Samples.of(table, options), table.mission(), target);
	}

	/** With one more column, which tells planets from the rest in 99 of 100 cases. */
	private static ObjectTable withLeak(ObjectTable table) {
		Random random = new Random(9);
		float[][] values = Arrays.copyOf(table.values(), table.values().length + 1);
		float[] leak = new float[table.size()];
		for (int i = 0; i < leak.length; i++) {
			boolean planet = table.labels()[i].equals("CONFIRMED") ^ random.nextInt(100) == 0;
			leak[i] = (planet ? 1 : 0) + 0.9f * random.nextFloat();
		}
		values[values.length - 1] = leak;
		List<String> columns = new ArrayList<>(table.columns());
		columns.add("leak");
		return new ObjectTable(table.mission(), table.rows(), table.objects(), table.stars(), table.labels(), columns,
				values, table.archiveScores());
	}

}
