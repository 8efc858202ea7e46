package io.exoscout.folding;

import java.util.Arrays;
import java.util.Comparator;

import io.exoscout.online.StreamEvent;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * An event whose id may be met again: what it was, what was said of it, and its label.
 */
final class RecentEvent {

	/** The label has not come. */
	static final int AWAITED = -1;

	/**
	 * None is awaited: the event was not predicted, or came without the label it should
	 * have brought.
	 */
	static final int UNWANTED = -2;

	/** The order in which they are forgotten. */
	static final Comparator<RecentEvent> BY_EXPIRY = Comparator.<RecentEvent>comparingLong((event) -> event.expiry)
		.thenComparingLong((event) -> event.seq);

	/** The order in which sealed labels become known. */
	static final Comparator<RecentEvent> BY_KNOWN = Comparator.<RecentEvent>comparingLong((event) -> event.known)
		.thenComparingLong((event) -> event.seq);

	private static final double[] NOTHING = {};

	final String id;

	final long seq;

	final long time;

	final long expiry;

	final String key;

	/** Of the values as they came. */
	final int content;

	/** 1, 0, {@link #AWAITED} or {@link #UNWANTED}. */
	int label = UNWANTED;

	/** A label that came with the event and is not known yet: 1, 0, or none. */
	int sealed = StreamEvent.NO_LABEL;

	long known;

	/** What was predicted, and of what; kept until the label has come. */
	double probability = Double.NaN;

	double base;

	boolean last;

	double[] inputs = NOTHING;

	RecentEvent(StreamEvent event, long expiry) {
		this(event.id(), event.seq(), event.time(), expiry, event.key(), content(event));
	}

	private RecentEvent(String id, long seq, long time, long expiry, String key, int content) {
		this.id = id;
		this.seq = seq;
		this.time = time;
		this.expiry = expiry;
		this.key = key;
		this.content = content;
	}

	private static int content(StreamEvent event) {
		return 31 * (31 * Arrays.hashCode(event.values()) + event.label()) + event.key().hashCode();
	}

	/** Whether this is that event, come once more. */
	boolean isSame(StreamEvent event) {
		return this.time == event.time() && this.content == content(event);
	}

	void settle(int verdict) {
		this.label = verdict;
		this.probability = Double.NaN;
		this.inputs = NOTHING;
	}

	void write(StateWriter state) {
		state.putText(this.id);
		state.putLong(this.seq);
		state.putLong(this.time);
		state.putLong(this.expiry);
		state.putText(this.key);
		state.putInt(this.content);
		state.putByte(this.label);
		state.putByte(this.sealed);
		state.putLong(this.known);
		if (this.label == AWAITED) {
			state.putDouble(this.probability);
			state.putDouble(this.base);
			state.putBoolean(this.last);
			state.putDoubles(this.inputs);
		}
	}

	static RecentEvent read(StateReader state, int inputs) {
		RecentEvent event = new RecentEvent(state.getText(), state.getLong(), state.getLong(), state.getLong(),
				state.getText(), state.getInt());
		event.label = state.getByte();
		event.sealed = state.getByte();
		event.known = state.getLong();
		if (event.label == AWAITED) {
			event.probability = state.getDouble();
			event.base = state.getDouble();
			event.last = state.getBoolean();
			event.inputs = new double[inputs];
			state.getDoubles(event.inputs);
		}
		return event;
	}

}
