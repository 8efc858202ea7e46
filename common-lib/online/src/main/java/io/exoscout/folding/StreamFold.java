package io.exoscout.folding;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.cleaning.Cleaner;
import io.exoscout.logistic.StreamLearner;
import io.exoscout.logistic.StreamLearners;
import io.exoscout.logistic.StreamScorer;
import io.exoscout.monitor.StreamMonitor;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.online.StreamLabel;
import io.exoscout.online.Undecodable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A stream: all that came to it, folded in the order of its log. The same arrivals always
 * make the same state, bit for bit, whether or not it was written and restored on the
 * way. It knows no clock: event time moves with events. Not safe for use by several
 * threads.
 */
public final class StreamFold {

	/** The layout of the state that is written, and the newest that is read. */
	static final int VERSION = 1;

	private static final long NEVER = Long.MIN_VALUE;

	private final StreamDefinition definition;

	private final Cleaner cleaner;

	private final StreamLearner learner;

	private final StreamMonitor monitor;

	private final LabelDesk desk;

	private final Remarks remarks = new Remarks();

	private final double[] inputs;

	private final long lateness;

	private long seq;

	private long latest = NEVER;

	private StreamFold(StreamDefinition definition, @Nullable StreamScorer scorer) {
		this.definition = definition;
		this.cleaner = new Cleaner(definition.features());
		this.inputs = new double[this.cleaner.names().size()];
		this.learner = StreamLearners.of(definition.model(), this.inputs.length, scorer);
		this.monitor = new StreamMonitor(definition.quality(), definition.drift());
		this.desk = new LabelDesk(definition, this.learner, this.monitor, this.remarks);
		this.lateness = definition.allowedLateness().toMillis();
	}

	/**
	 * A stream to which nothing has come.
	 * @param definition what it is
	 * @param scorer what scores it, where its model is a stored one
	 * @return the stream
	 */
	public static StreamFold start(StreamDefinition definition, @Nullable StreamScorer scorer) {
		return new StreamFold(definition, scorer);
	}

	/**
	 * A stream as it was when its state was written.
	 * @param definition what it is
	 * @param scorer what scores it, where its model is a stored one
	 * @param state what {@link #state()} gave
	 * @return the stream
	 * @throws ProblemException with {@link ErrorCode#STORED_BYTES_DAMAGED} if the bytes
	 * are not whole, with {@link ErrorCode#STREAM_STATE_NEWER} if a later version wrote
	 * them, with {@link ErrorCode#STREAM_STATE_OTHER} if they are of another definition
	 */
	public static StreamFold restore(StreamDefinition definition, @Nullable StreamScorer scorer, byte[] state) {
		StreamFold fold = new StreamFold(definition, scorer);
		fold.read(new StateReader(state, VERSION));
		return fold;
	}

	/**
	 * The names of what the model looks at, in the order a {@link StreamScorer} gets
	 * them.
	 */
	public List<String> inputs() {
		return this.cleaner.names();
	}

	/** The number in the log up to which everything is folded; 0 at first. */
	public long seq() {
		return this.seq;
	}

	/**
	 * Folds the next arrival in. One that is there already is left alone.
	 * @param arrival what came
	 * @return what became of it
	 * @throws IllegalStateException if one before it is not there
	 */
	public StreamOutcome apply(StreamArrival arrival) {
		if (arrival.seq() <= this.seq) {
			return new StreamOutcome(arrival.seq(), StreamFate.SEEN, Double.NaN, false);
		}
		if (arrival.seq() != this.seq + 1) {
			throw new IllegalStateException("number %d follows number %d".formatted(arrival.seq(), this.seq));
		}
		this.seq++;
		if (arrival instanceof StreamEvent event) {
			return event(event);
		}
		if (arrival instanceof StreamLabel label) {
			return this.desk.label(label, this.latest);
		}
		return refused(arrival, StreamFate.UNDECODABLE, ((Undecodable) arrival).reason());
	}

	private StreamOutcome event(StreamEvent event) {
		Refusal refusal = Refusal.of(event, this.desk, watermark(), this.cleaner);
		if (refusal != null) {
			return refused(event, refusal.fate(), refusal.reason());
		}
		this.latest = Math.max(this.latest, event.time());
		boolean drift = this.desk.advance(event.seq(), this.latest);
		boolean complete = this.cleaner.inputs(event.key(), event.time(), event.values(), this.inputs);
		double probability = complete ? this.learner.probability(event.id(), event.key(), this.inputs) : Double.NaN;
		this.cleaner.add(event.key(), event.time(), event.values(), watermark());
		StreamOutcome outcome = (probability == probability)
				? this.desk.predicted(event, this.inputs, probability, this.latest) : this.desk.incomplete(event);
		return drift ? new StreamOutcome(outcome.seq(), outcome.fate(), outcome.probability(), true) : outcome;
	}

	private StreamOutcome refused(StreamArrival arrival, StreamFate fate, String reason) {
		this.remarks.add(new Remark(arrival.seq(), arrival.line(), fate, reason));
		return new StreamOutcome(arrival.seq(), fate, Double.NaN, false);
	}

	private long watermark() {
		return (this.latest == NEVER) ? NEVER : this.latest - this.lateness;
	}

	/**
	 * What would be predicted of an event if it came now. Nothing changes.
	 * @param event what is asked about
	 * @return the probability of the positive label; NaN if the event has a gap that
	 * drops it, or holds too little for the model
	 */
	public double probability(StreamEvent event) {
		double[] own = new double[this.inputs.length];
		boolean complete = this.cleaner.inputs(event.key(), event.time(), event.values(), own);
		return complete ? this.learner.probability(event.id(), event.key(), own) : Double.NaN;
	}

	/** How the stream stands. */
	public StreamMetrics metrics() {
		boolean timed = this.definition.time() != null && this.latest != NEVER;
		return new StreamMetrics(this.seq, timed ? this.latest : null, timed ? watermark() : null,
				this.monitor.labels(), this.desk.awaited(), this.desk.early(), this.remarks.counts(),
				this.cleaner.cut(), this.monitor.whole(), this.monitor.last(), this.monitor.fading(),
				this.monitor.drifts(), this.monitor.marks(), this.remarks.last(), weights());
	}

	private List<InputWeight> weights() {
		List<Double> weights = this.learner.weights();
		List<InputWeight> named = new ArrayList<>();
		for (int i = 0; i < weights.size(); i++) {
			named.add(new InputWeight((i < this.inputs.length) ? inputs().get(i) : "intercept", weights.get(i)));
		}
		return named;
	}

	/** All of it, as bytes that {@link #restore} takes back. */
	public byte[] state() {
		StateWriter state = new StateWriter(VERSION);
		state.putText(this.definition.fingerprint());
		state.putLong(this.seq);
		state.putLong(this.latest);
		this.remarks.write(state);
		this.cleaner.write(state);
		this.learner.write(state);
		this.monitor.write(state);
		this.desk.write(state);
		return state.toBytes();
	}

	private void read(StateReader state) {
		if (!state.getText().equals(this.definition.fingerprint())) {
			throw new ProblemException(ErrorCode.STREAM_STATE_OTHER,
					"The state was written under another definition of the stream; a stream keeps its definition.");
		}
		this.seq = state.getLong();
		this.latest = state.getLong();
		this.remarks.read(state);
		this.cleaner.read(state);
		this.learner.read(state);
		this.monitor.read(state);
		this.desk.read(state, this.inputs.length);
		state.end();
	}

}
