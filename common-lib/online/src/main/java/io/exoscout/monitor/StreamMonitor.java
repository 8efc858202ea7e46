package io.exoscout.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.exoscout.problem.ProblemException;
import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Judges the predictions of a stream: whole, over the last labels, and fading, and
 * watches for change. One thread at a time.
 */
public final class StreamMonitor {

	private static final int KEPT = 100;

	private final DriftWatch watch;

	private final @Nullable DriftDetector detector;

	private final QualitySums whole = new QualitySums(1);

	private final QualitySums fading;

	private final LastJudgements last;

	private final Deque<DriftMark> marks = new ArrayDeque<>();

	private long labels;

	private long drifts;

	/**
	 * Begins.
	 * @param span over what quality is told
	 * @param watch how change is watched for
	 */
	public StreamMonitor(QualitySpan span, DriftWatch watch) {
		this.watch = watch;
		this.fading = new QualitySums(span.fading());
		this.last = new LastJudgements(span.last());
		this.detector = switch (watch.detector()) {
			case DriftWatch.ADWIN -> new Adwin(watch.delta());
			case DriftWatch.PAGE_HINKLEY -> new PageHinkley(watch.delta(), watch.threshold());
			default -> null;
		};
	}

	/**
	 * How frequent the positive label is so far, with one of each added: what is to be
	 * said of an event by whoever looks at nothing.
	 */
	public double baseRate() {
		return this.whole.smoothedRate();
	}

	/**
	 * Judges a prediction.
	 * @param probability what was predicted
	 * @param positive the label that came
	 * @param base the base rate when it was predicted
	 * @param lastPositive the last label that was known when it was predicted
	 * @param seq the number in the log of what is being done
	 * @param time the event time that has been reached
	 * @return whether this shows that things have changed
	 */
	public boolean judge(double probability, boolean positive, double base, boolean lastPositive, long seq, long time) {
		JudgedLabel judged = new JudgedLabel(probability, positive, base, lastPositive);
		this.labels++;
		this.whole.add(judged);
		this.fading.add(judged);
		this.last.add(judged);
		boolean drift = drifts(judged);
		if (drift) {
			mark(new DriftMark(seq, time, this.labels, this.watch.detector()));
		}
		return drift;
	}

	private boolean drifts(JudgedLabel judged) {
		if (this.detector == null) {
			return false;
		}
		boolean onErrors = this.watch.detector().equals(DriftWatch.ADWIN);
		return this.detector.add(onErrors ? (judged.correct() ? 0 : 1) : judged.loss);
	}

	private void mark(DriftMark mark) {
		this.drifts++;
		this.marks.add(mark);
		if (this.marks.size() > KEPT) {
			this.marks.remove();
		}
	}

	/** How many labels have been judged by. */
	public long labels() {
		return this.labels;
	}

	/** How many changes there were. */
	public long drifts() {
		return this.drifts;
	}

	/** The last 100 of them, oldest first. */
	public List<DriftMark> marks() {
		return List.copyOf(this.marks);
	}

	/** Quality by all labels. */
	public Quality whole() {
		return this.whole.quality();
	}

	/** Quality by the last ones. */
	public Quality last() {
		return this.last.quality();
	}

	/** Quality with weights that fade. */
	public Quality fading() {
		return this.fading.quality();
	}

	/** Puts all it knows. */
	public void write(StateWriter state) {
		state.putCount(this.labels);
		state.putCount(this.drifts);
		state.putCount(this.marks.size());
		for (DriftMark mark : this.marks) {
			state.putLong(mark.seq());
			state.putLong(mark.time());
			state.putLong(mark.label());
		}
		this.whole.write(state);
		this.fading.write(state);
		this.last.write(state);
		if (this.detector != null) {
			this.detector.write(state);
		}
	}

	/**
	 * Takes back all it knew.
	 * @throws ProblemException with {@code stored_bytes_damaged} if that can not be read
	 */
	public void read(StateReader state) {
		this.labels = state.getCount();
		this.drifts = state.getCount();
		int stored = state.getSize(KEPT);
		for (int i = 0; i < stored; i++) {
			this.marks.add(new DriftMark(state.getLong(), state.getLong(), state.getLong(), this.watch.detector()));
		}
		this.whole.read(state);
		this.fading.read(state);
		this.last.read(state);
		if (this.detector != null) {
			this.detector.read(state);
		}
	}

}
