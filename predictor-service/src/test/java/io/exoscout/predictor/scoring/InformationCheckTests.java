package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.fitting.ReducedModel;
import io.exoscout.fitting.Skill;
import io.exoscout.model.Calibration;
import io.exoscout.model.TrainedModel;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class InformationCheckTests {

	private static final TrainedModel MODEL = TestModels.longPeriodsArePlanets();

	private final InformationCheck check = new InformationCheck(new ModelInputs(MODEL));

	private static AbsentColumns absent(String... columns) {
		return new AbsentColumns(Stream.of(columns).map((column) -> new AbsentColumn(column, 0.1)).toList());
	}

	private static FittedRowModel fitted(double information, double accuracy) {
		return new FittedRowModel(new ReducedModel(new int[] { 0, 1, 2, 3, 4 }, MODEL.forests(), Calibration.NONE,
				new Skill(accuracy, 0.6, 0.4, 0.7, 100), information), 5, information);
	}

	private static ExpectedRowModel expected(double information) {
		return ExpectedRowModel.of(MODEL, new BitSet(), information);
	}

	@Test
	void refusesATableOfTooLittleAndNamesWhatWouldHelp() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.check.requireOfTable(fitted(0.07, 0.612), absent("koi_depth", "koi_teq")))
			.withMessageContaining("holds 7 % of this kepler model's information")
			.withMessageContaining("(expected accuracy 0.612, base rate 0.600)")
			.withMessageEndingWith("matter most: koi_depth, koi_teq")
			.returns(ErrorCode.MISSING_COLUMNS, ProblemException::code)
			.returns(List.of(InputError.column("koi_depth", "column 'koi_depth' is missing"),
					InputError.column("koi_teq", "column 'koi_teq' is missing")), ProblemException::errors);
	}

	@Test
	void refusesATableWhoseFitIsNoBetterThanTheBaseRate() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.check.requireOfTable(fitted(0.5, 0.612), absent("koi_depth")))
			.withMessageContaining("holds 50 %")
			.returns(ErrorCode.MISSING_COLUMNS, ProblemException::code);
	}

	@Test
	void takesATableThatHoldsEnough() {
		assertThatNoException()
			.isThrownBy(() -> this.check.requireOfTable(fitted(RowModel.LEAST, 0.8), absent("koi_depth")));
		assertThatNoException().isThrownBy(() -> this.check.requireOfTable(new WholeModel(MODEL), absent("koi_depth")));
	}

	@Test
	void refusesATableWithoutColumnsThatMatterMostWhereNobodyMeasuredTheRest() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.check.requireOfTable(expected(0.9), absent("koi_teq", "koi_depth", "koi_period")))
			.withMessageEndingWith("without the columns that matter most: koi_depth, koi_period")
			.returns(ErrorCode.MISSING_COLUMNS, ProblemException::code);
		assertThatNoException().isThrownBy(() -> this.check.requireOfTable(expected(0.9), absent("koi_teq")));
	}

	@Test
	void claimsNoAccuracyThatNobodyMeasured() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.check.requireOfTable(expected(0.05), absent("koi_teq")))
			.withMessageContaining("than the base rate. Add");
	}

}
