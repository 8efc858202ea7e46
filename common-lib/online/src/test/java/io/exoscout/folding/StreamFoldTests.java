package io.exoscout.folding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.RollingStatistic;
import io.exoscout.cleaning.RollingWindow;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.online.MadeStreams;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StreamFoldTests {

	private static final StreamDefinition DAILY = MadeStreams.daily();

	private final StreamFold fold = StreamFold.start(DAILY, null);

	@Test
	void predictsBeforeItLearns() {
		assertThat(this.fold.apply(event(1, "2020-01-01", "1", "1")).probability()).isEqualTo(0.5);
		assertThat(this.fold.apply(event(2, "2020-01-02", "2", "1")).probability()).isGreaterThan(0.5);
	}

	@Test
	void leavesWhatIsThereAlone() {
		this.fold.apply(event(1, "2020-01-01", "1", "1"));
		byte[] before = this.fold.state();
		assertThat(this.fold.apply(event(1, "2020-01-01", "1", "1")).fate()).isEqualTo(StreamFate.SEEN);
		assertThat(this.fold.state()).isEqualTo(before);
	}

	@Test
	void takesNoArrivalBeforeItsTurn() {
		assertThatIllegalStateException().isThrownBy(() -> this.fold.apply(event(2, "2020-01-01", "1", "1")))
			.withMessageContaining("number 2 follows number 0");
	}

	@Test
	void listsWhatIsLateWithLineAndReason() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		assertThat(this.fold.apply(event(2, "2020-01-04", "1", "1")).fate()).isEqualTo(StreamFate.LEARNED);
		assertThat(this.fold.apply(event(3, "2020-01-03", "1", "1")).fate()).isEqualTo(StreamFate.LATE);
		assertThat(this.fold.metrics().remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.line()).isEqualTo(4);
			assertThat(remark.reason()).contains("2020-01-03", "before the watermark, 2020-01-04");
		});
		assertThat(this.fold.metrics().counts()).containsEntry(StreamFate.LATE, 1L);
	}

	@Test
	void oneClockAheadDoesNotMakeOthersLate() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		assertThat(this.fold.apply(event(2, "2999-01-01", "1", "1")).fate()).isEqualTo(StreamFate.FUTURE);
		assertThat(this.fold.apply(event(3, "2020-01-06", "1", "1")).fate()).isEqualTo(StreamFate.LEARNED);
	}

	@Test
	void countsTheSameEventOnce() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		assertThat(this.fold.apply(event(2, "2020-01-05", "1", "1")).fate()).isEqualTo(StreamFate.DUPLICATE);
		assertThat(this.fold.metrics().labels()).isEqualTo(1);
	}

	@Test
	void refusesAnotherEventUnderTheSameId() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		assertThat(this.fold.apply(event(2, "2020-01-05", "2", "1")).fate()).isEqualTo(StreamFate.REUSED_ID);
		assertThat(this.fold.metrics().remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason()).contains("number 1"));
	}

	@Test
	void countsAndListsWhatCanNotBeRead() {
		this.fold.apply(event(1, "yesterday", "1", "1"));
		assertThat(this.fold.metrics().counts()).containsEntry(StreamFate.UNDECODABLE, 1L);
		assertThat(this.fold.metrics().remarks()).singleElement()
			.isEqualTo(new Remark(1, 2, StreamFate.UNDECODABLE, "date is \"yesterday\", which is no time"));
	}

	@Test
	void predictsWhatHasNoLabelWithoutLearning() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		assertThat(this.fold.apply(event(2, "2020-01-06", "1", null)).fate()).isEqualTo(StreamFate.UNLABELLED);
		assertThat(this.fold.metrics().labels()).isEqualTo(1);
	}

	@Test
	void asksWithoutChangingAnything() {
		this.fold.apply(event(1, "2020-01-05", "1", "1"));
		this.fold.apply(event(2, "2020-01-06", "3", "0"));
		byte[] before = this.fold.state();
		double asked = this.fold.probability((StreamEvent) event(3, "2020-01-07", "2", null));
		assertThat(this.fold.state()).isEqualTo(before);
		assertThat(this.fold.apply(event(3, "2020-01-07", "2", "1")).probability()).isEqualTo(asked);
	}

	@Test
	void oneLabelOnlyGivesNoAreaButAllElse() {
		for (int day = 1; day <= 9; day++) {
			this.fold.apply(event(day, "2020-01-0" + day, String.valueOf(day), "0"));
		}
		assertThat(this.fold.metrics().whole().rocAuc()).isNull();
		assertThat(this.fold.metrics().whole().positives()).isZero();
		assertThat(this.fold.metrics().whole().logLoss()).isPositive().isFinite();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "9999.9", "7", "1e150", "-1e150" })
	void constantHugeAndMissingColumnsKeepEverythingFinite(String value) {
		for (int day = 1; day <= 9; day++) {
			StreamOutcome outcome = this.fold.apply(event(day, "2020-01-0" + day, value, (day % 2 == 0) ? "1" : "0"));
			assertThat(outcome.probability()).isBetween(0.0, 1.0);
		}
		this.fold.apply(event(10, "2020-01-10", "-1e149", "1"));
		assertThat(this.fold.apply(event(11, "2020-01-11", "3", "1")).probability()).isBetween(0.0, 1.0);
		assertThat(this.fold.metrics().weights()).allSatisfy((weight) -> assertThat(weight.weight()).isFinite());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e308", "-1e308", "Infinity", "1e999", "abc", "0x1p3", "1d" })
	void takesNoNumberThatCanNotBeScaled(String value) {
		assertThat(this.fold.apply(event(1, "2020-01-01", value, "1")).fate()).isEqualTo(StreamFate.UNDECODABLE);
		assertThat(this.fold.metrics().remarks().get(0).reason()).contains("value is \"" + value + "\"");
	}

	@Test
	void stateIsTheSameWhetherOrNotItWasRestoredOnTheWay() {
		for (StreamDefinition definition : MadeStreams.kinds()) {
			List<StreamArrival> arrivals = MadeStreams.arrivals(definition, 600, new Random(7));
			StreamFold whole = StreamFold.start(definition, MadeStreams.SCORER);
			StreamFold restored = StreamFold.start(definition, MadeStreams.SCORER);
			for (StreamArrival arrival : arrivals) {
				assertThat(restored.apply(arrival)).isEqualTo(whole.apply(arrival));
				if (arrival.seq() % 37 == 0) {
					restored = StreamFold.restore(definition, MadeStreams.SCORER, restored.state());
				}
			}
			assertThat(restored.state()).isEqualTo(whole.state());
			assertThat(restored.metrics()).isEqualTo(whole.metrics());
			assertThat(whole.metrics().labels()).isGreaterThan(100);
		}
	}

	@Test
	void takesNoStateCutShortAnywhere() {
		byte[] state = filled().state();
		for (int length = 0; length < state.length; length++) {
			byte[] cut = Arrays.copyOf(state, length);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> StreamFold.restore(DAILY, null, cut))
				.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.STORED_BYTES_DAMAGED));
		}
	}

	@Test
	void takesNoStateOfAnotherDefinition() {
		byte[] state = filled().state();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> StreamFold.restore(MadeStreams.with(StreamModel.of(StreamModel.FTRL)), null, state))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.STREAM_STATE_OTHER));
	}

	@Test
	void storedModelIsAskedAndNeedsToBeThere() {
		StreamDefinition definition = MadeStreams.with(StreamModel.of("stored:abc"));
		assertThatIllegalArgumentException().isThrownBy(() -> StreamFold.start(definition, null));
		StreamFold stored = StreamFold.start(definition, (id, key, values) -> 0.875);
		assertThat(stored.apply(event(1, "2020-01-01", "1", "1")).probability()).isEqualTo(0.875);
		assertThat(stored.apply(event(2, "2020-01-02", "1", "0")).probability()).isEqualTo(0.875);
		assertThat(stored.metrics().weights()).isEmpty();
		assertThat(stored.inputs()).containsExactly("value");
	}

	@Test
	void storedModelThatCanSayNothingOfAnEventLeavesItIncomplete() {
		StreamFold stored = StreamFold.start(MadeStreams.with(StreamModel.of("stored:abc")),
				(id, key, values) -> id.contains("2020-01-01") ? Double.NaN : 0.875);
		StreamOutcome silent = stored.apply(event(1, "2020-01-01", "1", "1"));
		assertThat(silent.fate()).isEqualTo(StreamFate.INCOMPLETE);
		assertThat(stored.apply(event(2, "2020-01-02", "1", "1")).probability()).isEqualTo(0.875);
		assertThat(stored.metrics().labels()).isEqualTo(1);
	}

	@Test
	void orderWithinTheLatenessMakesNoneLate() {
		StreamDefinition week = MadeStreams.lateness(Duration.ofDays(6));
		List<String> days = new ArrayList<>(List.of("02", "03", "04", "05", "06", "07", "08"));
		Collections.shuffle(days, new Random(3));
		StreamFold shuffled = StreamFold.start(week, null);
		for (int i = 0; i < days.size(); i++) {
			shuffled.apply(event(i + 1, "2020-01-" + days.get(i), "1", "1"));
		}
		assertThat(shuffled.metrics().counts()).containsEntry(StreamFate.LATE, 0L)
			.containsEntry(StreamFate.LEARNED, 7L);
	}

	@Test
	void tellsOfDriftWhereItWasNoticed() {
		StreamDefinition watched = MadeStreams.with(DriftWatch.of(DriftWatch.ADWIN));
		StreamFold drifting = StreamFold.start(watched, null);
		List<Long> noticed = new ArrayList<>();
		for (int i = 1; i <= 2000; i++) {
			// what was positive becomes negative
			boolean positive = (i % 2 == 0) == (i <= 1000);
			if (drifting.apply(MadeStreams.event(watched, i, i, (i % 2 == 0) ? "5" : "1", positive ? "1" : "0"))
				.drift()) {
				noticed.add((long) i);
			}
		}
		assertThat(noticed).isNotEmpty().first().satisfies((first) -> assertThat(first).isBetween(1001L, 1100L));
		assertThat(drifting.metrics().marks()).extracting("seq").isEqualTo(noticed);
	}

	@Test
	void columnWithWindowsAndLagsHasItsInputsNamed() {
		StreamFeature feature = new StreamFeature("slp", List.of(), Imputation.MEAN, true,
				List.of(new RollingWindow(Duration.ofDays(7), RollingStatistic.MEAN),
						new RollingWindow(Duration.ofHours(1), RollingStatistic.STD)),
				1);
		assertThat(StreamFold.start(MadeStreams.with(feature), null).inputs()).containsExactly("slp_lag1",
				"slp_lag1_mean_P7D", "slp_lag1_std_PT1H");
	}

	private StreamFold filled() {
		this.fold.apply(event(1, "2020-01-01", "1", "1"));
		this.fold.apply(event(2, "2020-01-02", "2", "0"));
		this.fold.apply(event(3, "then", "2", "0"));
		return this.fold;
	}

	private static StreamArrival event(long seq, String date, @Nullable String value, @Nullable String label) {
		return MadeStreams.event(DAILY, seq, date, value, label);
	}

}
