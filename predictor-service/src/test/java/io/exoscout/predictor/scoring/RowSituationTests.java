package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.fitting.KeptRows;
import io.exoscout.learning.Samples;
import io.exoscout.model.Algorithm;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * A table whose planets have long periods and deep transits, and whose depth is blank for
 * one false positive in ten, for no planet.
 */
class RowSituationTests {

	private static final float BLANK = Float.NaN;

	private static final ObjectTable TABLE = table(1000);

	private final ReducedModelCache reduced = new ReducedModelCache(DataSize.ofMegabytes(16), 2);

	private final ModelInputs inputs = new ModelInputs(model());

	@AfterEach
	void close() {
		this.reduced.close();
	}

	private static ObjectTable table(int rows) {
		Random random = new Random(11);
		float[][] values = new float[2][rows];
		String[] labels = new String[rows];
		for (int row = 0; row < rows; row++) {
			boolean planet = random.nextInt(3) == 0;
			labels[row] = planet ? "CONFIRMED" : "FALSE POSITIVE";
			values[0][row] = (float) (random.nextGaussian() + (planet ? 2 : 0));
			values[1][row] = (!planet && random.nextInt(10) == 0) ? BLANK
					: (float) (random.nextGaussian() + (planet ? 2 : 0));
		}
		String[] objects = IntStream.range(0, rows).mapToObj("K%05d.01"::formatted).toArray(String[]::new);
		String[] stars = IntStream.range(0, rows).mapToObj("%d"::formatted).toArray(String[]::new);
		float[] scores = new float[rows];
		return new ObjectTable(Mission.KEPLER, IntStream.range(0, rows).asLongStream().toArray(), objects, stars,
				labels, List.of("koi_period", "koi_depth"), values, scores);
	}

	private static TrainedModel model() {
		TrainedModel bare = TestModels.model(Mission.KEPLER, TABLE.columns());
		TrainingOptions options = new TrainingOptions(Algorithm.GRADIENT_BOOSTING, Target.PLANET,
				Algorithm.GRADIENT_BOOSTING.check(Map.of("n_estimators", 20)), List.of(), 42);
		return new TrainedModel(TestModels.trained(bare.manifest(), options, Map.of("log_loss", 0.2, "accuracy", 0.9)),
				bare.forests(), Neighbours.NONE, KeptRows.of(Samples.of(TABLE, options), BlankPatterns.of(TABLE)));
	}

	private RowSituation situation(List<ObjectRow> rows) {
		return new RowSituation(this.inputs, this.inputs.survey(rows, () -> {
		}).blanks(), new RowModelFactory(this.inputs, "digest", this.reduced, () -> {
		}));
	}

	private static ObjectRow row(float... values) {
		return new ObjectRow(1, "K1.01", "1", "", values);
	}

	/** The training table, in part or with further blanks. */
	private static List<ObjectRow> rows(int from, int to, boolean blank) {
		List<ObjectRow> rows = new ArrayList<>();
		for (int row = from; row < to; row++) {
			float[] values = TABLE.row(row).values();
			values[1] = blank ? BLANK : values[1];
			rows.add(row(values));
		}
		return rows;
	}

	private static double planet(RowModel model, float... values) {
		double[] probabilities = new double[2];
		model.predict(new float[][] { values }, new double[][] { probabilities });
		return probabilities[1];
	}

	@Test
	void asksTheWholeModelWhereBlanksAreAsInTraining() {
		RowSituation situation = situation(rows(0, 1000, false));
		assertThat(situation.of(row(2, BLANK))).isInstanceOf(WholeModel.class);
		assertThat(situation.note()).isEmpty();
		assertThat(situation.information()).isEqualTo(1);
	}

	@Test
	void leavesOutAColumnThatNoRowHas() {
		RowSituation situation = situation(rows(0, 1000, true));
		assertThat(situation.absent().stream()).containsExactly(1);
		assertThat(situation.table()).isInstanceOf(FittedRowModel.class);
		assertThat(planet(situation.of(row(4, BLANK)), 4, BLANK)).isGreaterThan(0.8);
		assertThat(situation.information()).isBetween(0.2, 0.9);
	}

	@Test
	void readsNothingIntoBlanksThatAreTooMany() {
		List<ObjectRow> rows = rows(0, 500, false);
		rows.addAll(rows(500, 1000, true));
		RowSituation situation = situation(rows);
		RowModel blank = situation.of(row(4, BLANK));
		assertThat(blank).isInstanceOf(MixedRowModel.class);
		assertThat(((MixedRowModel) blank).weight()).isCloseTo(0.1 / 0.5, within(0.06));
		assertThat(situation.of(row(4, 2))).isInstanceOf(WholeModel.class);
		assertThat(situation.note()).isPresent();
	}

	@Test
	void aRowAloneLacksWhatItLacks() {
		RowSituation situation = situation(List.of(row(4, BLANK)));
		assertThat(planet(situation.of(row(4, BLANK)), 4, BLANK)).isGreaterThan(0.8);
	}

	@Test
	void saysWhatIsAbsentAndWhatIsLeft() {
		InformationShare information = InformationShare.of(this.inputs, situation(rows(0, 1000, true)));
		assertThat(information.absent()).extracting("column").containsExactly("koi_depth");
		assertThat(information.expectedAccuracy()).isBetween(0.75, 0.9);
		assertThat(information.missing(List.of())).containsExactly("koi_depth");
		assertThat(information.notes()).singleElement().asString().contains("koi_depth");
	}

	@Test
	void refusesWhatIsNoBetterThanTheBaseRateAndNamesTheColumns() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> InformationShare.of(this.inputs, situation(List.of(row(BLANK, BLANK)))))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_COLUMNS))
			.withMessageContaining("koi_period")
			.withMessageContaining("koi_depth");
	}

	@Test
	void rowsThatHoldNextToNothingEachAreRefusedByTheColumnsThatMostOfThemLack() {
		BitSet blank = new BitSet();
		blank.set(this.inputs.columns().indexOf("koi_period"));
		assertThat(new InformationCheck(this.inputs).inNoRow(blank))
			.hasMessageContaining("No row holds as much as 10 %")
			.hasMessageEndingWith("Fill the columns that matter most: koi_period")
			.returns(List.of(InputError.column("koi_period", "column 'koi_period' is blank in most rows")),
					ProblemException::errors);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 150, 1000 })
	void anEmptyRowAmongOthersTellsNothingAndIsNotCounted(int others) {
		List<ObjectRow> rows = rows(0, others, false);
		rows.add(row(BLANK, BLANK));
		RowSituation situation = situation(rows);
		assertThat(situation.mayHoldNothing()).isTrue();
		assertThat(situation.of(row(BLANK, BLANK)).tellsNothing()).isTrue();
		assertThat(situation.of(rows.get(0)).tellsNothing()).isFalse();
		assertThat(situation.accuracy()).isGreaterThan(0.85);
	}

	@Test
	void anEmptyRowTellsNothingToAModelWithoutRowsEither() {
		ModelInputs old = new ModelInputs(TestModels.longPeriodsArePlanets());
		ObjectRow empty = row(BLANK, BLANK, BLANK, BLANK, BLANK);
		List<ObjectRow> rows = List.of(row(2, 3, 100, 1, 500), empty);
		RowSituation situation = new RowSituation(old, old.survey(rows, () -> {
		}).blanks(), new RowModelFactory(old, "digest", this.reduced, () -> {
		}));
		assertThat(situation.of(empty).tellsNothing()).isTrue();
		assertThat(situation.of(rows.get(0))).isInstanceOf(WholeModel.class);
	}

	@Test
	void aModelWithoutRowsAveragesOverWhatIsNotKnown() {
		ModelInputs old = new ModelInputs(TestModels.longPeriodsArePlanets());
		List<ObjectRow> rows = List.of(row(BLANK, 3, 100, 1, 500));
		RowSituation situation = new RowSituation(old, old.survey(rows, () -> {
		}).blanks(), new RowModelFactory(old, "digest", this.reduced, () -> {
		}));
		assertThat(planet(situation.table(), BLANK, 3, 100, 1, 500)).isCloseTo((0.1 + 0.8) / 2, within(1e-9));
	}

}
