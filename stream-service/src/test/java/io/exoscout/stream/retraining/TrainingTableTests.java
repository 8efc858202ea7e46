package io.exoscout.stream.retraining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainingOptions;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobRef;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which streams can be a table of the archive that a model is trained on. */
class TrainingTableTests {

	private static final BlobRef FILE = new BlobRef("0".repeat(64), 1);

	private static ModelCard card(Target target, ModelCard.Imported imported) {
		ModelManifest manifest = new ModelManifest("a", Mission.KEPLER,
				new TrainingOptions(Algorithm.RANDOM_FOREST, target, Map.of(), List.of(), 42), "kepler-1",
				List.of("koi_period"), List.of("FALSE POSITIVE", "CONFIRMED"), new double[] { 1 }, "none",
				Calibration.NONE, Map.of(), Map.of(), "1".repeat(64), Map.of());
		return new ModelCard("a", "first", Instant.EPOCH, FILE, manifest, null, imported, null, null);
	}

	private static StreamDefinition definition(List<String> id, List<String> keys) {
		return new StreamDefinition("koi", id, null, keys, Duration.ZERO, LabelRule.withEvent("found", "yes"),
				List.of(StreamFeature.of("koi_period")), StreamModel.of("stored:a"), DriftWatch.of(DriftWatch.ADWIN),
				QualitySpan.STANDARD);
	}

	private static void assertRefused(String why, ModelCard card, StreamDefinition definition) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TrainingTable.of(card, definition))
			.returns(ErrorCode.STREAM_NOT_TRAINABLE, ProblemException::code)
			.returns(422, (problem) -> problem.kind().status())
			.withMessageContaining("drift.retrain")
			.withMessageContaining(why);
	}

	@Test
	void namesOfObjectAndStarMakeATableOfTheMission() {
		TrainingTable table = TrainingTable.of(card(Target.PLANET, null),
				definition(List.of("kepoi_name"), List.of("kepid")));
		assertThat(table.mission()).isEqualTo(Mission.KEPLER);
		assertThat(table.header()).isEqualTo("kepoi_name,kepid,koi_disposition,koi_period\n");
	}

	@Test
	void columnThatTheTableWouldLackIsNamed() {
		assertRefused("kepid", card(Target.PLANET, null), definition(List.of("kepoi_name"), List.of()));
		assertRefused("kepoi_name and kepid", card(Target.PLANET, null), definition(List.of("id"), List.of()));
	}

	@Test
	void yesOrNoIsNoLabelForAModelOfSeveralClasses() {
		assertRefused("disposition", card(Target.DISPOSITION, null),
				definition(List.of("kepoi_name"), List.of("kepid")));
	}

	@Test
	void importedModelHasNoTrainingToRepeat() {
		assertRefused("imported", card(Target.PLANET, new ModelCard.Imported("model.onnx")),
				definition(List.of("kepoi_name"), List.of("kepid")));
	}

}
