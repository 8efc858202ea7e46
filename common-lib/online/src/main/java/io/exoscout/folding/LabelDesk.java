package io.exoscout.folding;

import java.time.Instant;

import io.exoscout.logistic.StreamLearner;
import io.exoscout.monitor.StreamMonitor;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.StreamLabel;
import io.exoscout.problem.Quoted;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where predictions and labels meet. A prediction is kept, with what it was made of,
 * until its label comes or times out; then that prediction is judged, and learned from.
 */
final class LabelDesk {

	/** How many events, and how many early labels, are kept at most. */
	static final int MOST = 250_000;

	/** For how many events an id is remembered where they have no times. */
	private static final long UNTIMED = 100_000;

	private final LabelRule rule;

	private final StreamLearner learner;

	private final StreamMonitor monitor;

	private final Remarks remarks;

	private final RecentEvents recent;

	private final EarlyLabels early;

	private final LastLabels last = new LastLabels();

	private final long timeout;

	/** How long an event's id is remembered. */
	private final long memory;

	LabelDesk(StreamDefinition definition, StreamLearner learner, StreamMonitor monitor, Remarks remarks) {
		this(definition, learner, monitor, remarks, MOST);
	}

	/** With room for so many events, and early labels. */
	LabelDesk(StreamDefinition definition, StreamLearner learner, StreamMonitor monitor, Remarks remarks, int most) {
		this.recent = new RecentEvents(most);
		this.rule = definition.label();
		this.learner = learner;
		this.monitor = monitor;
		this.remarks = remarks;
		this.timeout = later() ? this.rule.timeout().toMillis() : 0;
		this.memory = (definition.time() != null) ? Math.max(this.timeout, definition.allowedLateness().toMillis())
				: UNTIMED;
		this.early = new EarlyLabels(this.timeout, most);
	}

	private boolean later() {
		return this.rule.arrives() == LabelArrival.LATER;
	}

	@Nullable RecentEvent recent(String id) {
		return this.recent.get(id);
	}

	int awaited() {
		return this.recent.awaited();
	}

	int sealed() {
		return this.recent.sealed();
	}

	int early() {
		return this.early.size();
	}

	/**
	 * Event time has moved: labels have become known, others have timed out.
	 * @return whether that showed a drift
	 */
	boolean advance(long seq, long latest) {
		boolean drift = false;
		for (RecentEvent next = this.recent.unsealed(latest); next != null; next = this.recent.unsealed(latest)) {
			if (next.label == RecentEvent.AWAITED && this.recent.get(next.id) == next) {
				drift |= settle(next, next.sealed == 1, seq, latest);
				this.remarks.count(StreamFate.LABELLED);
			}
		}
		for (RecentEvent next = this.recent.forgotten(latest); next != null; next = this.recent.forgotten(latest)) {
			if (next.label == RecentEvent.AWAITED) {
				this.remarks.count((next.expiry < latest) ? StreamFate.EXPIRED : StreamFate.GIVEN_UP);
			}
		}
		for (StreamLabel next = this.early.forgotten(latest); next != null; next = this.early.forgotten(latest)) {
			forgotten(next, this.early.hadTime(next, latest) ? StreamFate.GIVEN_UP : StreamFate.ORPHANED_LABEL);
		}
		return drift;
	}

	private void forgotten(StreamLabel label, StreamFate fate) {
		this.remarks.add(new Remark(label.seq(), label.line(), fate,
				"no event %s came for this label".formatted(Quoted.of(label.id()))));
	}

	/** An event that can not be predicted. */
	StreamOutcome incomplete(StreamEvent event) {
		if (!event.id().isEmpty()) {
			this.early.take(event.id());
			this.recent.add(new RecentEvent(event, event.time() + this.memory));
		}
		this.remarks.count(StreamFate.INCOMPLETE);
		return new StreamOutcome(event.seq(), StreamFate.INCOMPLETE, Double.NaN, false);
	}

	/** An event that has been predicted. */
	StreamOutcome predicted(StreamEvent event, double[] inputs, double probability, long latest) {
		return later() ? await(event, inputs, probability, latest) : learn(event, inputs, probability, latest);
	}

	private StreamOutcome learn(StreamEvent event, double[] inputs, double probability, long latest) {
		StreamFate fate = (event.label() == StreamEvent.NO_LABEL) ? StreamFate.UNLABELLED : StreamFate.LEARNED;
		boolean drift = false;
		if (fate == StreamFate.LEARNED) {
			boolean positive = event.label() == 1;
			drift = this.monitor.judge(probability, positive, this.monitor.baseRate(), this.last.of(event.key()),
					event.seq(), latest);
			this.learner.learn(inputs, positive);
			this.last.put(event.key(), positive);
		}
		if (!event.id().isEmpty()) {
			this.recent.add(new RecentEvent(event, event.time() + this.memory));
		}
		this.remarks.count(fate);
		return new StreamOutcome(event.seq(), fate, probability, drift);
	}

	private StreamOutcome await(StreamEvent event, double[] inputs, double probability, long latest) {
		RecentEvent kept = new RecentEvent(event, event.time() + this.memory);
		kept.label = RecentEvent.AWAITED;
		kept.probability = probability;
		kept.base = this.monitor.baseRate();
		kept.last = this.last.of(event.key());
		kept.inputs = inputs.clone();
		if (event.label() != StreamEvent.NO_LABEL && event.known() <= event.time() + this.timeout) {
			kept.sealed = event.label();
			kept.known = event.known();
		}
		this.recent.add(kept);
		this.remarks.count(StreamFate.AWAITED);
		StreamLabel before = this.early.take(event.id());
		boolean drift = before != null && label(before, kept, event.seq(), latest).drift();
		drift |= advance(event.seq(), latest);
		return new StreamOutcome(event.seq(), StreamFate.AWAITED, probability, drift);
	}

	/** A label that came by itself. */
	StreamOutcome label(StreamLabel label, long latest) {
		RecentEvent event = this.recent.get(label.id());
		return (event != null) ? label(label, event, label.seq(), latest) : early(label);
	}

	private StreamOutcome early(StreamLabel label) {
		StreamLabel before = this.early.get(label.id());
		if (before == null) {
			this.early.add(label);
			// none but an event moves time on, and it may be that there is no event
			for (StreamLabel next = this.early.crowdedOut(); next != null; next = this.early.crowdedOut()) {
				forgotten(next, StreamFate.GIVEN_UP);
			}
			return counted(label, StreamFate.EARLY_LABEL, Double.NaN, false);
		}
		return (before.positive() == label.positive()) ? counted(label, StreamFate.REPEATED_LABEL, Double.NaN, false)
				: contradicting(label, before.positive());
	}

	private StreamOutcome label(StreamLabel label, RecentEvent event, long seq, long latest) {
		if (event.label == RecentEvent.UNWANTED) {
			return remarked(label, StreamFate.UNUSED_LABEL,
					"nothing was predicted of event %s".formatted(Quoted.of(label.id())));
		}
		if (event.label == RecentEvent.AWAITED) {
			if (label.time() > event.time + this.timeout) {
				return remarked(label, StreamFate.LATE_LABEL, "it is known since %s, after the timeout of event %s, %s"
					.formatted(moment(label.time()), Quoted.of(label.id()), moment(event.time + this.timeout)));
			}
			double probability = event.probability;
			return counted(label, StreamFate.LABELLED, probability, settle(event, label.positive(), seq, latest));
		}
		return ((event.label == 1) == label.positive())
				? counted(label, StreamFate.REPEATED_LABEL, event.probability, false)
				: contradicting(label, event.label == 1);
	}

	private boolean settle(RecentEvent event, boolean positive, long seq, long latest) {
		boolean drift = this.monitor.judge(event.probability, positive, event.base, event.last, seq, latest);
		this.learner.learn(event.inputs, positive);
		this.last.put(event.key, positive);
		this.recent.settle(event, positive ? 1 : 0);
		return drift;
	}

	private StreamOutcome contradicting(StreamLabel label, boolean first) {
		return remarked(label, StreamFate.CONTRADICTING_LABEL, "event %s is labelled %s before; the first label stays"
			.formatted(Quoted.of(label.id()), first ? "positive" : "negative"));
	}

	private StreamOutcome remarked(StreamLabel label, StreamFate fate, String reason) {
		this.remarks.add(new Remark(label.seq(), label.line(), fate, reason));
		return new StreamOutcome(label.seq(), fate, Double.NaN, false);
	}

	private StreamOutcome counted(StreamLabel label, StreamFate fate, double probability, boolean drift) {
		this.remarks.count(fate);
		return new StreamOutcome(label.seq(), fate, probability, drift);
	}

	private static String moment(long time) {
		return Instant.ofEpochMilli(time).toString();
	}

	void write(StateWriter state) {
		this.recent.write(state);
		this.early.write(state);
		this.last.write(state);
	}

	void read(StateReader state, int inputs) {
		this.recent.read(state, inputs);
		this.early.read(state);
		this.last.read(state);
	}

}
