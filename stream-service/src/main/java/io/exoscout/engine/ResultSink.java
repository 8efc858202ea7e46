package io.exoscout.engine;

import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.FoldSurroundings;
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
		FoldSurroundings surroundings = JobSurroundings.of(this.order);
		JobTroubles troubles = new JobTroubles(surroundings, this.order.stream());
		return new SinkWriter<>() {

			@Override
			public void write(byte[] result, Context context) {
				try {
					surroundings.results().tell(FoldResult.of(result));
					troubles.over();
				}
				catch (RuntimeException ex) {
					throw JobTroubles.failed(surroundings, ResultSink.this.order.stream(), ex);
				}
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
