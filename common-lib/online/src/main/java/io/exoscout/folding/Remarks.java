package io.exoscout.folding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * How often each fate was met, and what the last ones were that somebody should look at.
 */
final class Remarks {

	private static final int KEPT = 100;

	private final long[] counts = new long[StreamFate.values().length];

	private final Deque<Remark> last = new ArrayDeque<>();

	void count(StreamFate fate) {
		this.counts[fate.ordinal()]++;
	}

	void add(Remark remark) {
		count(remark.fate());
		this.last.add(remark);
		if (this.last.size() > KEPT) {
			this.last.remove();
		}
	}

	Map<StreamFate, Long> counts() {
		Map<StreamFate, Long> met = new TreeMap<>();
		for (StreamFate fate : StreamFate.values()) {
			if (fate != StreamFate.SEEN) {
				met.put(fate, this.counts[fate.ordinal()]);
			}
		}
		return met;
	}

	List<Remark> last() {
		return List.copyOf(this.last);
	}

	void write(StateWriter state) {
		state.putCount(this.counts.length);
		for (long count : this.counts) {
			state.putCount(count);
		}
		state.putCount(this.last.size());
		for (Remark remark : this.last) {
			state.putCount(remark.seq());
			state.putCount(remark.line());
			state.putCount(remark.fate().ordinal());
			state.putText(remark.reason());
		}
	}

	void read(StateReader state) {
		int fates = state.getSize(this.counts.length);
		for (int i = 0; i < fates; i++) {
			this.counts[i] = state.getCount();
		}
		int stored = state.getSize(KEPT);
		for (int i = 0; i < stored; i++) {
			this.last.add(new Remark(state.getCount(), state.getCount(),
					StreamFate.values()[state.getSize(this.counts.length - 1)], state.getText()));
		}
	}

}
