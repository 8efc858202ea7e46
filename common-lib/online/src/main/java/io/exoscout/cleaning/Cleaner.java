package io.exoscout.cleaning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.problem.ProblemException;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes inputs of a model from the values of an event: gaps filled by what was seen
 * before, statistics over windows of the event's own key, lags. Asked first
 * ({@link #inputs}), told afterwards ({@link #add}), by one thread.
 */
public final class Cleaner {

	/** How many keys are told apart at most. */
	public static final int MOST_KEYS = 100_000;

	private final List<StreamFeature> features;

	private final List<String> names;

	private final Substitute[] substitutes;

	private final boolean perKey;

	private final Map<String, ColumnHistory[]> keys = new HashMap<>();

	private final double[] now;

	private long cut;

	/**
	 * Begins.
	 * @param features what to make
	 */
	public Cleaner(List<StreamFeature> features) {
		this.features = features;
		this.names = features.stream().flatMap((feature) -> feature.names().stream()).toList();
		this.substitutes = features.stream()
			.map((feature) -> new Substitute(feature.impute()))
			.toArray(Substitute[]::new);
		this.perKey = features.stream().anyMatch(ColumnHistory::neededBy);
		this.now = new double[this.names.size()];
	}

	/**
	 * The names of the inputs, in their order: of each feature its value, then its
	 * statistics.
	 */
	public List<String> names() {
		return this.names;
	}

	/** Whether an event of this key can be taken note of. */
	public boolean hasRoomFor(String key) {
		return !this.perKey || this.keys.size() < MOST_KEYS || this.keys.containsKey(key);
	}

	/**
	 * How often a window held more values than are kept of it, so that it reached less
	 * far back.
	 */
	public long cut() {
		return this.cut;
	}

	/**
	 * Makes the inputs of an event, which is not taken note of.
	 * @param key whose it is
	 * @param time when it happened, in milliseconds
	 * @param values one per feature, NaN where missing
	 * @param inputs where they go; NaN where there is nothing to fill a gap with
	 * @return whether the event can be used: not if a gap is one that drops it
	 */
	public boolean inputs(String key, long time, double[] values, double[] inputs) {
		ColumnHistory @Nullable [] history = this.perKey ? this.keys.get(key) : null;
		boolean complete = true;
		int at = 0;
		for (int i = 0; i < values.length; i++) {
			StreamFeature feature = this.features.get(i);
			int width = 1 + feature.rolling().size();
			fill(feature, (history != null) ? history[i] : null, time, values[i], inputs, at);
			if (inputs[at] != inputs[at]) {
				inputs[at] = gap(i, (history != null) ? history[i] : null);
				complete &= feature.impute() != Imputation.DROP;
			}
			at += width;
		}
		return complete;
	}

	private static void fill(StreamFeature feature, @Nullable ColumnHistory history, long time, double value,
			double[] inputs, int at) {
		if (history != null) {
			history.now(time, value, inputs, at);
			history.lag(inputs, at);
			return;
		}
		first(feature, value, inputs, at);
		if (feature.lag() > 0) {
			Arrays.fill(inputs, at, at + 1 + feature.rolling().size(), Double.NaN);
		}
	}

	/** What the first event of a key has. */
	private static void first(StreamFeature feature, double value, double[] inputs, int at) {
		inputs[at] = value;
		for (int i = 0; i < feature.rolling().size(); i++) {
			boolean spread = feature.rolling().get(i).statistic() == RollingStatistic.STD;
			inputs[at + 1 + i] = (spread && value == value) ? 0 : value;
		}
	}

	private double gap(int feature, @Nullable ColumnHistory history) {
		double own = (history != null) ? history.substitute() : Double.NaN;
		return (own == own) ? own : this.substitutes[feature].value();
	}

	/**
	 * Takes note of an event.
	 * @param key whose it is
	 * @param time when it happened
	 * @param values one per feature, NaN where missing
	 * @param watermark nothing earlier comes any more
	 */
	public void add(String key, long time, double[] values, long watermark) {
		for (int i = 0; i < values.length; i++) {
			if (values[i] == values[i]) {
				this.substitutes[i].add(values[i]);
			}
		}
		if (this.perKey) {
			addTo(this.keys.computeIfAbsent(key, (newKey) -> histories()), time, values, watermark);
		}
	}

	private void addTo(ColumnHistory[] history, long time, double[] values, long watermark) {
		int at = 0;
		for (int i = 0; i < values.length; i++) {
			history[i].now(time, values[i], this.now, at);
			if (history[i].add(time, this.now, at, watermark)) {
				this.cut++;
			}
			at += 1 + this.features.get(i).rolling().size();
		}
	}

	private ColumnHistory[] histories() {
		return this.features.stream().map(ColumnHistory::new).toArray(ColumnHistory[]::new);
	}

	/** Puts all it knows, keys in the order of their names. */
	public void write(StateWriter state) {
		state.putCount(this.cut);
		for (Substitute substitute : this.substitutes) {
			substitute.write(state);
		}
		state.putCount(this.keys.size());
		new TreeMap<>(this.keys).forEach((key, history) -> {
			state.putText(key);
			for (ColumnHistory column : history) {
				column.write(state);
			}
		});
	}

	/**
	 * Takes back all it knew.
	 * @throws ProblemException with {@code stored_bytes_damaged} if that can not be read
	 */
	public void read(StateReader state) {
		this.cut = state.getCount();
		for (Substitute substitute : this.substitutes) {
			substitute.read(state);
		}
		int stored = state.getSize();
		for (int i = 0; i < stored; i++) {
			String key = state.getText();
			ColumnHistory[] history = histories();
			for (ColumnHistory column : history) {
				column.read(state);
			}
			this.keys.put(key, history);
		}
	}

}
