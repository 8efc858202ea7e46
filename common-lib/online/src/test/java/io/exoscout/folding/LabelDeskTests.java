package io.exoscout.folding;

import io.exoscout.logistic.StreamLearners;
import io.exoscout.monitor.StreamMonitor;
import io.exoscout.online.MadeStreams;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.StreamLabel;
import io.exoscout.online.Undecodable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Labels that come later: events of one station, whose labels may take ten days. */
class LabelDeskTests {

	private static final StreamDefinition LATER = MadeStreams.with(MadeStreams.later());

	private static final StreamDefinition SEALED = MadeStreams.with(MadeStreams.sealed());

	private final StreamFold fold = StreamFold.start(LATER, null);

	private long seq;

	@Test
	void keepsThePredictionUntilTheLabelComes() {
		assertThat(event(0).fate()).isEqualTo(StreamFate.AWAITED);
		assertThat(this.fold.metrics().awaited()).isEqualTo(1);
		assertThat(this.fold.metrics().labels()).isZero();
		assertThat(label(0, "1").fate()).isEqualTo(StreamFate.LABELLED);
		assertThat(this.fold.metrics().awaited()).isZero();
		assertThat(this.fold.metrics().labels()).isEqualTo(1);
	}

	@Test
	void judgesThePredictionThatWasMadeThen() {
		event(0);
		event(1);
		label(0, "1");
		// by now it would say more than a half of that event
		assertThat(label(1, "1").probability()).isEqualTo(0.5);
		assertThat(this.fold.metrics().whole().brier()).isEqualTo(0.25);
	}

	@Test
	void judgesByTheLastLabelThatWasKnownThen() {
		event(0);
		label(0, "1");
		event(1);
		event(2);
		label(1, "0");
		// when the third was predicted, the last label was positive
		label(2, "1");
		assertThat(this.fold.metrics().whole().noChangeAccuracy()).isEqualTo(1 / 3.0);
	}

	@Test
	void keepsALabelThatComesBeforeItsEvent() {
		assertThat(label(1, "1").fate()).isEqualTo(StreamFate.EARLY_LABEL);
		assertThat(this.fold.metrics().earlyLabels()).isEqualTo(1);
		assertThat(event(1).fate()).isEqualTo(StreamFate.AWAITED);
		assertThat(this.fold.metrics().earlyLabels()).isZero();
		assertThat(this.fold.metrics().awaited()).isZero();
		assertThat(this.fold.metrics().labels()).isEqualTo(1);
	}

	@Test
	void countsALabelThatComesTwiceOnce() {
		event(0);
		label(0, "1");
		assertThat(label(0, "1").fate()).isEqualTo(StreamFate.REPEATED_LABEL);
		assertThat(this.fold.metrics().labels()).isEqualTo(1);
	}

	@Test
	void keepsTheFirstOfTwoLabelsThatContradict() {
		event(0);
		label(0, "1");
		byte[] before = this.fold.state();
		assertThat(label(0, "0").fate()).isEqualTo(StreamFate.CONTRADICTING_LABEL);
		assertThat(this.fold.metrics().whole()).isEqualTo(StreamFold.restore(LATER, null, before).metrics().whole());
		assertThat(this.fold.metrics().remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason()).contains("labelled positive before"));
	}

	@Test
	void keepsTheFirstOfTwoEarlyLabelsThatContradict() {
		label(0, "1");
		assertThat(label(0, "1").fate()).isEqualTo(StreamFate.REPEATED_LABEL);
		assertThat(label(0, "0").fate()).isEqualTo(StreamFate.CONTRADICTING_LABEL);
		event(0);
		assertThat(this.fold.metrics().whole().positives()).isEqualTo(1);
	}

	@Test
	void waitsForALabelUpToItsTimeout() {
		event(0);
		event(10);
		assertThat(this.fold.metrics().awaited()).isEqualTo(2);
		event(11);
		assertThat(this.fold.metrics().awaited()).isEqualTo(2);
		assertThat(this.fold.metrics().counts()).containsEntry(StreamFate.EXPIRED, 1L);
		assertThat(this.fold.metrics().labels()).isZero();
	}

	@Test
	void takesNoLabelThatIsKnownOnlyAfterTheTimeout() {
		event(0);
		assertThat(apply(MadeStreams.label(LATER, next(), id(0), "1", MadeStreams.date(11))).fate())
			.isEqualTo(StreamFate.LATE_LABEL);
		assertThat(this.fold.metrics().labels()).isZero();
	}

	@Test
	void forgetsALabelWhoseEventNeverComes() {
		label(0, "1");
		event(9);
		assertThat(this.fold.metrics().earlyLabels()).isEqualTo(1);
		event(12);
		assertThat(this.fold.metrics().earlyLabels()).isZero();
		assertThat(this.fold.metrics().counts()).containsEntry(StreamFate.ORPHANED_LABEL, 1L);
		assertThat(this.fold.metrics().remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason()).contains("s|" + MadeStreams.date(0)));
	}

	@Test
	void readsNoLabelOutOfTheRowsOfAStreamWhoseLabelsComeByThemselves() {
		assertThat(LATER.columns()).doesNotContain("thunder");
		event(0);
		assertThat(this.fold.metrics().awaited()).isEqualTo(1);
	}

	@Test
	void keepsALabelThatTheRowBringsSealedUntilItIsKnown() {
		StreamFold sealed = StreamFold.start(SEALED, null);
		sealed.apply(sealed(1, 0, 5));
		sealed.apply(sealed(2, 4, 6));
		assertThat(sealed.metrics().labels()).isZero();
		sealed.apply(sealed(3, 5, 30));
		assertThat(sealed.metrics().labels()).isEqualTo(1);
		sealed.apply(sealed(4, 6, 30));
		assertThat(sealed.metrics().labels()).isEqualTo(2);
	}

	@Test
	void neverUsesASealedLabelThatIsKnownAfterTheTimeout() {
		StreamFold sealed = StreamFold.start(SEALED, null);
		sealed.apply(sealed(1, 0, 11));
		sealed.apply(sealed(2, 12, 30));
		assertThat(sealed.metrics().labels()).isZero();
		assertThat(sealed.metrics().counts()).containsEntry(StreamFate.EXPIRED, 1L);
	}

	@Test
	void labelsOfAStreamWhoseEventsBringThemCanNotBeRead() {
		StreamDefinition daily = MadeStreams.daily();
		assertThat(MadeStreams.label(daily, 1, id(0), "1", null)).isInstanceOf(Undecodable.class);
	}

	@Test
	void labelThatIsNeitherPositiveNorNegativeCanNotBeRead() {
		assertThat(label(0, "maybe").fate()).isEqualTo(StreamFate.UNDECODABLE);
		assertThat(this.fold.metrics().remarks().get(0).reason()).contains("\"maybe\"");
	}

	@Test
	void forgetsLabelsWithoutEventsBeyondItsRoom() {
		Remarks remarks = new Remarks();
		StreamDefinition definition = MadeStreams.with(MadeStreams.later());
		LabelDesk desk = desk(definition, remarks);
		for (int i = 1; i <= 5; i++) {
			desk.label((StreamLabel) MadeStreams.label(definition, i, "s|" + MadeStreams.date(i), "1",
					MadeStreams.date(i)), Long.MIN_VALUE);
		}
		assertThat(desk.early()).isEqualTo(3);
		assertThat(remarks.counts().get(StreamFate.GIVEN_UP)).isEqualTo(2);
	}

	@Test
	void keepsNothingOfAForgottenEventForItsSealedLabel() {
		StreamDefinition definition = MadeStreams.with(MadeStreams.sealed());
		LabelDesk desk = desk(definition, new Remarks());
		for (int i = 1; i <= 5; i++) {
			StreamEvent event = (StreamEvent) MadeStreams.event(definition, i, "s", MadeStreams.date(i), "1", "1",
					MadeStreams.date(9));
			desk.predicted(event, new double[] { 1 }, 0.5, event.time());
			desk.advance(i, event.time());
		}
		assertThat(desk.awaited()).isEqualTo(3);
		assertThat(desk.sealed()).isEqualTo(3);
	}

	/** With room for three. */
	private static LabelDesk desk(StreamDefinition definition, Remarks remarks) {
		return new LabelDesk(definition, StreamLearners.of(definition.model(), 1, null),
				new StreamMonitor(definition.quality(), definition.drift()), remarks, 3);
	}

	private StreamOutcome event(int day) {
		return apply(MadeStreams.event(LATER, next(), day, "1", null));
	}

	private StreamOutcome label(int day, @Nullable String label) {
		return apply(MadeStreams.label(LATER, next(), id(day), String.valueOf(label), MadeStreams.date(day)));
	}

	private StreamOutcome apply(StreamArrival arrival) {
		return this.fold.apply(arrival);
	}

	private long next() {
		return ++this.seq;
	}

	private static StreamArrival sealed(long seq, int day, int known) {
		return MadeStreams.event(SEALED, seq, "s", MadeStreams.date(day), "1", "1", MadeStreams.date(known));
	}

	private static String id(int day) {
		return "s|" + MadeStreams.date(day);
	}

}
