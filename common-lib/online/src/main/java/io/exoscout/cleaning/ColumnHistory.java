package io.exoscout.cleaning;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/** What is remembered of one column of one key: only what its feature needs. */
final class ColumnHistory {

	private final StreamFeature feature;

	private final @Nullable Substitute substitute;

	private final @Nullable TimeWindow window;

	private final @Nullable LagQueue lagged;

	private final long reach;

	ColumnHistory(StreamFeature feature) {
		this.feature = feature;
		this.substitute = feature.imputeByKey() ? new Substitute(feature.impute()) : null;
		this.window = feature.rolling().isEmpty() ? null : new TimeWindow();
		this.lagged = (feature.lag() > 0) ? new LagQueue(feature.lag(), 1 + feature.rolling().size()) : null;
		this.reach = feature.rolling()
			.stream()
			.map(RollingWindow::window)
			.mapToLong(Duration::toMillis)
			.max()
			.orElse(0);
	}

	/** Whether a feature needs any of this. */
	static boolean neededBy(StreamFeature feature) {
		return feature.imputeByKey() || !feature.rolling().isEmpty() || feature.lag() > 0;
	}

	/** Works out the value and the statistics of an event, not lagged. */
	void now(long time, double value, double[] into, int at) {
		into[at] = value;
		if (this.window != null) {
			for (int i = 0; i < this.feature.rolling().size(); i++) {
				RollingWindow rolling = this.feature.rolling().get(i);
				into[at + 1 + i] = this.window.over(rolling.statistic(), time - rolling.window().toMillis(), time,
						value);
			}
		}
	}

	/** Puts what an event before had in place of its own. */
	void lag(double[] into, int at) {
		if (this.lagged != null) {
			this.lagged.oldest(into, at);
		}
	}

	double substitute() {
		return (this.substitute != null) ? this.substitute.value() : Double.NaN;
	}

	/**
	 * Takes note of an event.
	 * @param now what {@link #now} made of it
	 * @param at where in that this column begins
	 * @param watermark nothing earlier comes any more
	 * @return whether a window had to be cut short
	 */
	boolean add(long time, double[] now, int at, long watermark) {
		boolean cut = false;
		double value = now[at];
		if (this.lagged != null) {
			this.lagged.add(now, at);
		}
		if (value == value) {
			if (this.substitute != null) {
				this.substitute.add(value);
			}
			cut = this.window != null && this.window.add(time, value);
		}
		if (this.window != null) {
			this.window.forget(watermark - this.reach);
		}
		return cut;
	}

	void write(StateWriter state) {
		if (this.substitute != null) {
			this.substitute.write(state);
		}
		if (this.window != null) {
			this.window.write(state);
		}
		if (this.lagged != null) {
			this.lagged.write(state);
		}
	}

	void read(StateReader state) {
		if (this.substitute != null) {
			this.substitute.read(state);
		}
		if (this.window != null) {
			this.window.read(state);
		}
		if (this.lagged != null) {
			this.lagged.read(state);
		}
	}

}
