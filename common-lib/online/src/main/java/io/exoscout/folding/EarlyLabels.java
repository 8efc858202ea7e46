package io.exoscout.folding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.exoscout.online.StreamLabel;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** Labels that came before their event, by its id, until it comes or they time out. */
final class EarlyLabels {

	private static final Comparator<StreamLabel> BY_TIME = Comparator.comparingLong(StreamLabel::time)
		.thenComparingLong(StreamLabel::seq);

	private final long timeout;

	private final int most;

	private final Map<String, StreamLabel> byId = new HashMap<>();

	private final TreeSet<StreamLabel> byTime = new TreeSet<>(BY_TIME);

	EarlyLabels(long timeout, int most) {
		this.timeout = timeout;
		this.most = most;
	}

	@Nullable StreamLabel get(String id) {
		return this.byId.get(id);
	}

	void add(StreamLabel label) {
		this.byId.put(label.id(), label);
		this.byTime.add(label);
	}

	@Nullable StreamLabel take(String id) {
		StreamLabel label = this.byId.remove(id);
		if (label != null) {
			this.byTime.remove(label);
		}
		return label;
	}

	int size() {
		return this.byId.size();
	}

	/**
	 * The next label that nothing came for by then, or that there is no room for; null if
	 * there is none.
	 */
	@Nullable StreamLabel forgotten(long time) {
		StreamLabel next = this.byTime.isEmpty() ? null : this.byTime.first();
		if (next == null || (next.time() + this.timeout >= time && this.byId.size() <= this.most)) {
			return null;
		}
		this.byTime.remove(next);
		this.byId.remove(next.id());
		return next;
	}

	/** The next label that there is no room for; null if there is room for all. */
	@Nullable StreamLabel crowdedOut() {
		return forgotten(Long.MIN_VALUE);
	}

	/** Whether a label that was forgotten had still time. */
	boolean hadTime(StreamLabel label, long time) {
		return label.time() + this.timeout >= time;
	}

	void write(StateWriter state) {
		List<StreamLabel> labels = new ArrayList<>(this.byId.values());
		labels.sort(BY_TIME);
		state.putCount(labels.size());
		for (StreamLabel label : labels) {
			state.putLong(label.seq());
			state.putCount(label.line());
			state.putText(label.id());
			state.putBoolean(label.positive());
			state.putLong(label.time());
		}
	}

	void read(StateReader state) {
		int stored = state.getSize();
		for (int i = 0; i < stored; i++) {
			add(new StreamLabel(state.getLong(), state.getCount(), state.getText(), state.getBoolean(),
					state.getLong()));
		}
	}

}
