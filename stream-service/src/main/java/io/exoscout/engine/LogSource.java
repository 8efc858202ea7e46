package io.exoscout.engine;

import java.util.List;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The log of a stream as a source (FLIP-27): batches in their order, as bytes of
 * {@link LogRecord}, without an end.
 */
final class LogSource implements Source<byte[], LogSplit, List<LogSplit>> {

	private static final long serialVersionUID = 1;

	private final FoldOrder order;

	LogSource(FoldOrder order) {
		this.order = order;
	}

	@Override
	public Boundedness getBoundedness() {
		return Boundedness.CONTINUOUS_UNBOUNDED;
	}

	@Override
	public SourceReader<byte[], LogSplit> createReader(SourceReaderContext context) {
		return new LogReader(this.order, context);
	}

	@Override
	public SplitEnumerator<LogSplit, List<LogSplit>> createEnumerator(SplitEnumeratorContext<LogSplit> context) {
		return restoreEnumerator(context, List.of(new LogSplit(this.order.stream(), this.order.fromBatch())));
	}

	@Override
	public SplitEnumerator<LogSplit, List<LogSplit>> restoreEnumerator(SplitEnumeratorContext<LogSplit> context,
			List<LogSplit> waiting) {
		return new LogEnumerator(context, waiting);
	}

	@Override
	public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
		return new SplitBytes.OfOne();
	}

	@Override
	public SimpleVersionedSerializer<List<LogSplit>> getEnumeratorCheckpointSerializer() {
		return new SplitBytes.OfSeveral();
	}

}
