package io.exoscout.engine;

import java.io.Serializable;

/**
 * What a job is to do.
 *
 * @param surroundings under which name the process knows what folding needs
 * @param stream whose log to fold
 * @param turns in which turn of the stream
 * @param fromBatch the batch to begin with where no checkpoint says another
 */
record FoldOrder(String surroundings, String stream, int turns, long fromBatch) implements Serializable {
}
