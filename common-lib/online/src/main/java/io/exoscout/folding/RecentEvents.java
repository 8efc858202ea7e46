package io.exoscout.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

import io.exoscout.online.StreamEvent;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Events by id, as long as one may come once more or its label may: at most so many,
 * beyond which those that would be forgotten next have to go.
 */
final class RecentEvents {

	private final int most;

	private final Map<String, RecentEvent> byId = new HashMap<>();

	private final PriorityQueue<RecentEvent> byExpiry = new PriorityQueue<>(RecentEvent.BY_EXPIRY);

	private final TreeSet<RecentEvent> sealed = new TreeSet<>(RecentEvent.BY_KNOWN);

	private int awaited;

	RecentEvents(int most) {
		this.most = most;
	}

	@Nullable RecentEvent get(String id) {
		return this.byId.get(id);
	}

	void add(RecentEvent event) {
		this.byId.put(event.id, event);
		this.byExpiry.add(event);
		if (event.label == RecentEvent.AWAITED) {
			this.awaited++;
		}
		if (event.sealed != StreamEvent.NO_LABEL) {
			this.sealed.add(event);
		}
	}

	/** How many events are kept for the label that came with them. */
	int sealed() {
		return this.sealed.size();
	}

	/** How many labels are awaited. */
	int awaited() {
		return this.awaited;
	}

	void settle(RecentEvent event, int verdict) {
		event.settle(verdict);
		this.awaited--;
	}

	/** The next event whose sealed label is known by then, or null. */
	@Nullable RecentEvent unsealed(long time) {
		RecentEvent next = this.sealed.isEmpty() ? null : this.sealed.first();
		if (next == null || next.known > time) {
			return null;
		}
		return this.sealed.pollFirst();
	}

	/**
	 * The next event to be forgotten by then, or for want of room; null if there is none.
	 */
	@Nullable RecentEvent forgotten(long time) {
		RecentEvent next = this.byExpiry.peek();
		if (next == null || (next.expiry >= time && !crowded())) {
			return null;
		}
		this.byExpiry.remove();
		this.byId.remove(next.id);
		// else what it was made of would stay until then
		this.sealed.remove(next);
		if (next.label == RecentEvent.AWAITED) {
			this.awaited--;
		}
		return next;
	}

	private boolean crowded() {
		return this.byId.size() > this.most;
	}

	void write(StateWriter state) {
		List<RecentEvent> events = new ArrayList<>(this.byId.values());
		events.sort(RecentEvent.BY_EXPIRY);
		state.putCount(events.size());
		events.forEach((event) -> event.write(state));
	}

	void read(StateReader state, int inputs) {
		int stored = state.getSize();
		for (int i = 0; i < stored; i++) {
			add(RecentEvent.read(state, inputs));
		}
	}

}
