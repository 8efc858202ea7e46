package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ModelInputs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AbsentColumnsTests {

	private static final AbsentColumns TWELVE = new AbsentColumns(
			IntStream.rangeClosed(1, 12).mapToObj((i) -> new AbsentColumn("column" + i, 1.0 / i)).toList());

	/** The inputs of a model to which depth and duration matter most. */
	private static ModelInputs inputs() {
		TrainedModel model = TestModels.longPeriodsArePlanets();
		ModelManifest from = model.manifest();
		return new ModelInputs(new TrainedModel(
				new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(), from.features(),
						from.classNames(), new double[] { 0.1, 0.24444, 0.4, 0.05556, 0.2 }, from.calibration(),
						from.calibrator(), from.metrics(), from.evaluation(), from.datasetSha256(), from.provenance()),
				model.forests(), model.neighbours()));
	}

	private static BitSet blank(int... places) {
		BitSet blank = new BitSet();
		IntStream.of(places).forEach(blank::set);
		return blank;
	}

	@Test
	void comeWithTheOneFirstThatMattersMost() {
		assertThat(AbsentColumns.of(inputs(), blank(0, 1, 2)).all()).containsExactly(new AbsentColumn("koi_depth", 0.4),
				new AbsentColumn("koi_duration", 0.2444), new AbsentColumn("koi_period", 0.1));
	}

	@Test
	void areOnlyThoseThatTheModelLooksAt() {
		int columns = inputs().columns().size();
		assertThat(AbsentColumns.of(inputs(), blank(4, columns, columns + 3)).all()).extracting(AbsentColumn::column)
			.containsExactly("koi_teq");
		assertThat(AbsentColumns.of(inputs(), blank()).all()).isEmpty();
	}

	@Test
	void areNamedAsFarAsTheyMatterMost() {
		assertThat(TWELVE.named()).isEqualTo(TWELVE.all().subList(0, 10));
		assertThat(TWELVE.names()).startsWith("column1, column2, ").endsWith(", column10");
		assertThat(TWELVE.names(2)).isEqualTo("column1, column2");
		assertThat(new AbsentColumns(List.of()).names()).isEmpty();
	}

}
