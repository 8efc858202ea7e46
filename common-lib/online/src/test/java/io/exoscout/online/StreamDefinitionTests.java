package io.exoscout.online;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.RollingStatistic;
import io.exoscout.cleaning.RollingWindow;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamDefinitionTests {

	private static final StreamDefinition DAILY = MadeStreams.daily();

	private static final StreamFeature VALUE = StreamFeature.of("value");

	@Test
	void namesTheColumnsItNeedsOnce() {
		assertThat(DAILY.columns()).containsExactly("stn", "date", "value", "thunder");
	}

	@Test
	void isToldApartByAllItConsistsOf() {
		assertThat(DAILY.fingerprint()).isEqualTo(MadeStreams.daily().fingerprint())
			.hasSize(64)
			.isNotEqualTo(MadeStreams.lateness(Duration.ofDays(2)).fingerprint());
	}

	@Test
	void needsAName() {
		assertRefused("name", "\"\"", () -> make("", List.of("stn"), DAILY.label(), VALUE));
	}

	@Test
	void needsFeatures() {
		assertRefused("features", "0 columns", () -> MadeStreams.with(new StreamFeature[0]));
	}

	@Test
	void takesNoColumnTwice() {
		assertRefused("features[1].column", "\"value\"", () -> MadeStreams.with(VALUE, VALUE));
	}

	@Test
	void takesAColumnOnceMoreWithALag() {
		StreamFeature lagged = new StreamFeature("value", List.of(), Imputation.NONE, false, List.of(), 1);
		assertThat(MadeStreams.with(VALUE, lagged).columns()).containsOnlyOnce("value");
	}

	@Test
	void doesNotTakeTheLabelForAFeatureOfItself() {
		assertRefused("features[0].column", "\"thunder\"", () -> MadeStreams.with(StreamFeature.of("thunder")));
		StreamFeature yesterday = new StreamFeature("thunder", List.of(), Imputation.NONE, false, List.of(), 1);
		assertThat(MadeStreams.with(yesterday).features()).hasSize(1);
	}

	@Test
	void doesNotLookIntoLabelsThatComeLater() {
		StreamFeature before = new StreamFeature(MadeStreams.later().column(), List.of(), Imputation.NONE, false,
				List.of(), 1);
		assertRefused("features[1].column", '"' + MadeStreams.later().column() + '"',
				() -> make("a", List.of("stn"), MadeStreams.later(), VALUE, before));
	}

	@Test
	void keepsNoMoreOfAKeyThanThereIsRoomFor() {
		RollingWindow day = new RollingWindow(Duration.ofDays(1), RollingStatistic.MEAN);
		RollingWindow week = new RollingWindow(Duration.ofDays(7), RollingStatistic.MEAN);
		StreamFeature deep = new StreamFeature("value", List.of(), Imputation.NONE, false, List.of(day, week), 1000);
		assertRefused("features", "3000 values", () -> MadeStreams.with(deep));
		StreamFeature[] many = IntStream.range(0, 101)
			.mapToObj((i) -> new StreamFeature("f" + i, List.of(), Imputation.NONE, false, List.of(day), 0))
			.toArray(StreamFeature[]::new);
		assertRefused("features", "101 rolling windows", () -> MadeStreams.with(many));
	}

	@Test
	void namesTheFeatureThatIsWrong() {
		assertRefused("features[1].lag", "-1", () -> MadeStreams.with(VALUE,
				new StreamFeature("b", List.of(), Imputation.NONE, false, List.of(), -1)));
		assertRefused("features[0].missing", "NaN", () -> MadeStreams
			.with(new StreamFeature("b", List.of(Double.NaN), Imputation.NONE, false, List.of(), 0)));
		assertRefused("features[0].impute_by_key", "true",
				() -> MadeStreams.with(new StreamFeature("b", List.of(), Imputation.ZERO, true, List.of(), 0)));
		assertRefused("features[0].rolling[0].window", "PT0S",
				() -> MadeStreams.with(rolling(new RollingWindow(Duration.ZERO, RollingStatistic.MEAN))));
		RollingWindow day = new RollingWindow(Duration.ofDays(1), RollingStatistic.MEAN);
		assertRefused("features[0].rolling[1]", "twice", () -> MadeStreams.with(rolling(day, day)));
	}

	@Test
	void labelThatComesLaterNeedsAnIdATimeAndATimeout() {
		assertRefused("id", "empty", () -> make("a", List.of(), MadeStreams.later(), VALUE));
		assertRefused("label.timeout", "PT0S", () -> MadeStreams
			.with(new LabelRule("l", List.of("1"), List.of(), LabelArrival.LATER, Duration.ZERO, null)));
		assertRefused("time", "absent", () -> new StreamDefinition("a", List.of("i"), null, List.of(), Duration.ZERO,
				MadeStreams.later(), List.of(VALUE), DAILY.model(), DAILY.drift(), DAILY.quality()));
	}

	@Test
	void labelNeedsAPositiveValueThatIsNotNegativeToo() {
		assertRefused("label.positive", "empty", () -> MadeStreams.with(LabelRule.withEvent("l")));
		assertRefused("label.negative", "[1]", () -> MadeStreams
			.with(new LabelRule("l", List.of("1"), List.of("1"), LabelArrival.WITH_EVENT, Duration.ZERO, null)));
	}

	@Test
	void eventsWithoutTimeHaveNoWindowsAndNoLateness() {
		assertRefused("features[0].rolling", "there",
				() -> untimed(Duration.ZERO, rolling(new RollingWindow(Duration.ofDays(1), RollingStatistic.MEAN))));
		assertRefused("allowed_lateness", "P1D", () -> untimed(Duration.ofDays(1), VALUE));
	}

	@Test
	void takesNoModelItDoesNotKnow() {
		assertRefused("model.algorithm", "\"magic\"", () -> MadeStreams.with(StreamModel.of("magic")));
		assertRefused("model.algorithm", "\"stored:\"", () -> MadeStreams.with(StreamModel.of("stored:")));
		assertRefused("model.rate", "NaN",
				() -> MadeStreams.with(new StreamModel("logistic_sgd", Double.NaN, 0.01, 1, 0, 0)));
		assertRefused("model.rate", "0.0", () -> MadeStreams.with(new StreamModel("logistic_sgd", 0, 0.01, 1, 0, 0)));
		assertRefused("model.l1", "0.5", () -> MadeStreams.with(new StreamModel("logistic_sgd", 0.1, 0.01, 1, 0.5, 0)));
	}

	@Test
	void takesNoDetectorItDoesNotKnow() {
		assertRefused("drift.detector", "\"ddm\"", () -> MadeStreams.with(DriftWatch.of("ddm")));
		assertRefused("drift.delta", "1.0", () -> MadeStreams.with(new DriftWatch("adwin", 1, 50, false)));
		assertRefused("drift.retrain", "true", () -> MadeStreams.with(new DriftWatch("none", 0.1, 50, true)));
	}

	@Test
	void takesNoSpanBeyondItsBounds() {
		assertRefused("quality.last", "0", () -> quality(new QualitySpan(0, 0.9)));
		assertRefused("quality.fading", "1.0", () -> quality(new QualitySpan(10, 1)));
	}

	private static StreamFeature rolling(RollingWindow... windows) {
		return new StreamFeature("b", List.of(), Imputation.NONE, false, List.of(windows), 0);
	}

	private static StreamDefinition make(String name, List<String> id, LabelRule label, StreamFeature... features) {
		return new StreamDefinition(name, id, "date", List.of(), Duration.ZERO, label, List.of(features), DAILY.model(),
				DAILY.drift(), DAILY.quality());
	}

	private static StreamDefinition untimed(Duration lateness, StreamFeature feature) {
		return new StreamDefinition("a", List.of(), null, List.of(), lateness, DAILY.label(), List.of(feature),
				DAILY.model(), DAILY.drift(), DAILY.quality());
	}

	private static StreamDefinition quality(QualitySpan quality) {
		return new StreamDefinition("a", List.of(), null, List.of(), Duration.ZERO, DAILY.label(), List.of(VALUE),
				DAILY.model(), DAILY.drift(), quality);
	}

	private static void assertRefused(String field, String value, ThrowingCallable made) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(made).satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_INPUT);
			assertThat(problem.errors()).singleElement().satisfies((error) -> {
				assertThat(error.field()).isEqualTo(field);
				assertThat(error.message()).contains(value, "accepted");
			});
		});
	}

}
