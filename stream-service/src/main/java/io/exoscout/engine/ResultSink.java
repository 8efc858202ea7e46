package io.exoscout.engine;

import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.StreamResults;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Tells results to the store, which knows each by stream and number: after a crash they
 * are told again, and are there once.
 */
final class ResultSink implements Sink<byte[]> {

	private static final long serialVersionUID = 1;

	private final FoldOrder order;

	ResultSink(FoldOrder order) {
		this.order = order;
	}

	@Override
	public SinkWriter<byte[]> createWriter(WriterInitContext context) {
		StreamResults results = JobSurroundings.of(this.order).results();
		return new SinkWriter<>() {

			@Override
			public void write(byte[] result, Context context) {
				results.tell(FoldResult.of(result));
			}

			@Override
			public void flush(boolean end) {
				// nothing waits here
			}

			@Override
			public void close() {
				// it holds nothing
			}

		};
	}

}
