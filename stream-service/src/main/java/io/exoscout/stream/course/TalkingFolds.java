package io.exoscout.stream.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.log.LoggedBatch;

/**
 * Folds to ask: each where its stream was when it told something last. They are made of
 * the state that was told and the log behind it, so that they do not disturb who folds,
 * and stand still with a stream that is paused.
 */
public final class TalkingFolds {

	private static final int KEPT = 8;

	private final FoldSurroundings surroundings;

	private final Map<String, Kept> kept = new ConcurrentHashMap<>();

	/** Folds of the streams that are there. */
	public TalkingFolds(FoldSurroundings surroundings) {
		this.surroundings = surroundings;
	}

	/**
	 * A fold, and in which turn of its stream.
	 *
	 * @param turns in which turn
	 * @param fold for one thread at a time
	 */
	private record Kept(int turns, BatchFold fold) {
	}

	/**
	 * Asks the fold of a stream.
	 * @param question for a fold that nobody else asks meanwhile; it must not change it
	 */
	public <T> T ask(KnownStream stream, Function<BatchFold, T> question) {
		Optional<CourseMark> told = this.surroundings.results()
			.mark(stream.id())
			.filter((mark) -> mark.turns() == stream.turns());
		Kept known = this.kept.get(stream.id());
		// one that fell behind what the log still has can not go on
		if (known == null || known.turns() != stream.turns()
				|| known.fold().nextBatch() < this.surroundings.log().first(stream.id())) {
			known = new Kept(stream.turns(), this.surroundings.begin(stream, List.of()));
			makeRoom();
			this.kept.put(stream.id(), known);
		}
		BatchFold fold = known.fold();
		synchronized (fold) {
			long next = told.map(CourseMark::nextBatch).orElse(0L);
			while (fold.nextBatch() < next) {
				Optional<LoggedBatch> batch = this.surroundings.log().read(stream.id(), fold.nextBatch());
				if (batch.isEmpty()) {
					break;
				}
				fold.fold(batch.get());
			}
			return question.apply(fold);
		}
	}

	/** Lets go of what is kept of a stream that was removed. */
	public void forget(String stream) {
		this.kept.remove(stream);
	}

	private void makeRoom() {
		if (this.kept.size() >= KEPT) {
			this.kept.keySet().stream().findFirst().ifPresent(this.kept::remove);
		}
	}

}
