package io.exoscout.engine;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The log of a stream, from a batch on. A log is one split: the order of its entries is
 * what makes a fold of it the same every time.
 *
 * @param stream whose
 * @param nextBatch the batch that comes next
 */
record LogSplit(String stream, long nextBatch) implements SourceSplit {

	@Override
	public String splitId() {
		return this.stream;
	}

}
