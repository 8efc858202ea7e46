package io.exoscout.engine;

import java.util.ArrayList;
import java.util.List;

import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives the log to whoever asks for it first: there is one reader. */
final class LogEnumerator implements SplitEnumerator<LogSplit, List<LogSplit>> {

	private final SplitEnumeratorContext<LogSplit> context;

	private final List<LogSplit> waiting;

	LogEnumerator(SplitEnumeratorContext<LogSplit> context, List<LogSplit> waiting) {
		this.context = context;
		this.waiting = new ArrayList<>(waiting);
	}

	@Override
	public void start() {
		// readers ask
	}

	@Override
	public void handleSplitRequest(int reader, @Nullable String host) {
		this.waiting.forEach((split) -> this.context.assignSplit(split, reader));
		this.waiting.clear();
	}

	@Override
	public void addSplitsBack(List<LogSplit> splits, int reader) {
		this.waiting.addAll(splits);
	}

	@Override
	public void addReader(int reader) {
		// it asks
	}

	@Override
	public List<LogSplit> snapshotState(long checkpoint) {
		return List.copyOf(this.waiting);
	}

	@Override
	public void close() {
		// it holds nothing
	}

}
