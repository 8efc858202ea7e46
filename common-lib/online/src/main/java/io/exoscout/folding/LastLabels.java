package io.exoscout.folding;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.cleaning.Cleaner;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/**
 * The last label that is known, of each key: what is to be said of an event by whoever
 * expects no change. Of a key that has none it is the last of all.
 */
final class LastLabels {

	private final Map<String, Boolean> byKey = new HashMap<>();

	private boolean ofAll;

	boolean of(String key) {
		Boolean own = this.byKey.get(key);
		return (own != null) ? own : this.ofAll;
	}

	void put(String key, boolean positive) {
		this.ofAll = positive;
		if (this.byKey.size() < Cleaner.MOST_KEYS || this.byKey.containsKey(key)) {
			this.byKey.put(key, positive);
		}
	}

	void write(StateWriter state) {
		state.putBoolean(this.ofAll);
		state.putCount(this.byKey.size());
		new TreeMap<>(this.byKey).forEach((key, positive) -> {
			state.putText(key);
			state.putBoolean(positive);
		});
	}

	void read(StateReader state) {
		this.ofAll = state.getBoolean();
		int stored = state.getSize();
		for (int i = 0; i < stored; i++) {
			this.byKey.put(state.getText(), state.getBoolean());
		}
	}

}
