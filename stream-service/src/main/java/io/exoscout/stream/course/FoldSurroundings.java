package io.exoscout.stream.course;

import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.StreamLog;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that folding needs around it.
 *
 * @param streams which streams there are
 * @param log what is folded
 * @param results where it is told
 * @param json writes metrics
 */
public record FoldSurroundings(Streams streams, StreamLog log, StreamResults results, JsonMapper json) {

	/** The fold of a stream, from a place on. */
	public BatchFold fold(KnownStream stream, FoldPlace place) {
		return new BatchFold(stream.definition(), place);
	}

}
