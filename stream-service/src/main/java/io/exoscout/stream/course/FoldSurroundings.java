package io.exoscout.stream.course;

import io.exoscout.logistic.Scorer;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.StreamLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that folding needs around it.
 *
 * @param streams which streams there are
 * @param log what is folded
 * @param results where it is told
 * @param scorers the models that streams name
 * @param json writes metrics
 */
public record FoldSurroundings(Streams streams, StreamLog log, StreamResults results, StoredScorers scorers,
		JsonMapper json) {

	/** Knows stored models by what streams call them. */
	public interface StoredScorers {

		/** The model of a stream, if it is a stored one. */
		@Nullable Scorer of(KnownStream stream);

	}

	/** The fold of a stream, from a place on. */
	public BatchFold fold(KnownStream stream, FoldPlace place) {
		return new BatchFold(stream.definition(), this.scorers.of(stream), place);
	}

}
