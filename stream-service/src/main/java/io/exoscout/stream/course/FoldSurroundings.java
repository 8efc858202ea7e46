package io.exoscout.stream.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.exoscout.logistic.StreamScorer;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.StreamLog;
import io.exoscout.stream.stored.StoredModels;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that folding needs around it.
 *
 * @param streams which streams there are
 * @param log what is folded
 * @param results where it is told
 * @param json writes metrics
 * @param models what scores streams that do not learn
 */
public record FoldSurroundings(Streams streams, StreamLog log, StreamResults results, JsonMapper json,
		StoredModels models) {

	private static final Logger logger = LoggerFactory.getLogger(FoldSurroundings.class);

	/** A state is never precious: what is lost or damaged is folded once more. */
	private static final Set<ErrorCode> PASSED_OVER = EnumSet.of(ErrorCode.STORED_BYTES_DAMAGED,
			ErrorCode.BLOB_NOT_FOUND);

	/**
	 * The fold of a stream, from a place on. The model of a stream that does not learn is
	 * read for it.
	 */
	public BatchFold fold(KnownStream stream, FoldPlace place) {
		return new BatchFold(stream.definition(), this.models.scorer(stream), place);
	}

	/**
	 * The fold of a stream, from the first place on that can be gone on from: one of
	 * some, else what was told last, else the beginning.
	 * @throws ProblemException {@code stream_state_newer} or {@code stream_state_other}
	 * for a state that is whole and still of no use, {@code stream_state_conflict} where
	 * there is none and the beginning of the log is gone
	 */
	public BatchFold begin(KnownStream stream, List<FoldPlace> places) {
		// a model that is damaged is no reason to pass over states
		StreamScorer scorer = this.models.scorer(stream);
		List<Supplier<FoldPlace>> all = new ArrayList<>();
		places.forEach((place) -> all.add(() -> place));
		all.add(() -> this.results.place(stream.id(), stream.turns()));
		all.add(() -> FoldPlace.BEGINNING);
		return all.stream()
			.flatMap((place) -> tried(stream, scorer, place).stream())
			.findFirst()
			.orElseThrow(() -> new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The log of the stream '%s' begins with batch %d, and no state of then or later is left; take it back to a snapshot, or delete it."
						.formatted(stream.id(), this.log.first(stream.id()))));
	}

	private Optional<BatchFold> tried(KnownStream stream, @Nullable StreamScorer scorer, Supplier<FoldPlace> place) {
		try {
			BatchFold fold = new BatchFold(stream.definition(), scorer, place.get());
			if (follows(stream, fold)) {
				return Optional.of(fold);
			}
			logger.warn("A state of stream {} is not of its log; an earlier one is taken", stream.id());
		}
		catch (ProblemException ex) {
			if (!PASSED_OVER.contains(ex.code())) {
				throw ex;
			}
			logger.warn("A state of stream {} can not be used; an earlier one is taken", stream.id(), ex);
		}
		return Optional.empty();
	}

	/**
	 * Whether a fold is one of the log: not where a database was put back that is older
	 * than the state.
	 */
	public boolean follows(KnownStream stream, BatchFold fold) {
		return this.log.reaches(stream.id(), fold.nextBatch(), fold.seq());
	}

	/** Where a job begins that finds no checkpoint: as near as what was told allows. */
	public long firstBatch(KnownStream stream) {
		return this.results.mark(stream.id())
			.filter((mark) -> mark.turns() == stream.turns())
			.map(CourseMark::stateBatch)
			.filter((next) -> next > 0 && this.log.head(stream.id(), next - 1).isPresent())
			.orElseGet(() -> this.log.first(stream.id()));
	}

	/** Has a stream learned nothing: all that its log has is folded anew. */
	public void startOver(KnownStream stream) {
		long first = this.log.first(stream.id());
		this.results.goBack(stream.id(), new StreamCourse(stream.turns(), 0, "{}", first, Instant.EPOCH),
				FoldPlace.BEGINNING);
	}

}
