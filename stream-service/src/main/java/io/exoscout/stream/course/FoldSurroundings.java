package io.exoscout.stream.course;

import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.StreamLog;
import io.exoscout.stream.stored.StoredModels;
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

	/**
	 * The fold of a stream, from a place on. The model of a stream that does not learn is
	 * read for it.
	 */
	public BatchFold fold(KnownStream stream, FoldPlace place) {
		return new BatchFold(stream.definition(), this.models.scorer(stream), place);
	}

}
