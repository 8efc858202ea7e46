package io.exoscout.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.log.LoggedBatch;
import io.exoscout.stream.log.StreamLog;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log batch by batch, one ahead, so that the last one is known to be that. At the
 * end it waits until it is told that there is more, or looks by itself after a while: who
 * writes may be another process.
 */
final class LogReader implements SourceReader<byte[], LogSplit> {

	private static final long LOOK_MILLIS = 250;

	private final FoldOrder order;

	private final SourceReaderContext context;

	private final StreamLog log;

	private @Nullable LogSplit split;

	private Optional<LoggedBatch> ahead = Optional.empty();

	private CompletableFuture<Void> more = new CompletableFuture<>();

	LogReader(FoldOrder order, SourceReaderContext context) {
		this.order = order;
		this.context = context;
		this.log = JobSurroundings.of(order).log();
	}

	@Override
	public void start() {
		if (this.split == null) {
			this.context.sendSplitRequest();
		}
	}

	@Override
	public InputStatus pollNext(ReaderOutput<byte[]> output) {
		LogSplit here = this.split;
		if (here == null) {
			return InputStatus.NOTHING_AVAILABLE;
		}
		// before looking: what comes after that is heard of
		CompletableFuture<Void> bell = JobSurroundings.bell(this.order.stream());
		Optional<LoggedBatch> next = this.ahead.isPresent() ? this.ahead : read(here.nextBatch());
		if (next.isEmpty()) {
			wait(bell);
			return InputStatus.NOTHING_AVAILABLE;
		}
		this.ahead = read(here.nextBatch() + 1);
		output.collect(new LogRecord(next.get(), this.ahead.isEmpty()).bytes());
		this.split = new LogSplit(here.stream(), here.nextBatch() + 1);
		if (this.ahead.isPresent()) {
			return InputStatus.MORE_AVAILABLE;
		}
		wait(bell);
		return InputStatus.NOTHING_AVAILABLE;
	}

	private Optional<LoggedBatch> read(long number) {
		try {
			return this.log.read(this.order.stream(), number);
		}
		catch (RuntimeException ex) {
			throw JobTroubles.failed(JobSurroundings.of(this.order), this.order.stream(), ex);
		}
	}

	private void wait(CompletableFuture<Void> bell) {
		this.more = bell.completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Override
	public CompletableFuture<Void> isAvailable() {
		return this.more;
	}

	@Override
	public List<LogSplit> snapshotState(long checkpoint) {
		return (this.split != null) ? List.of(this.split) : List.of();
	}

	@Override
	public void addSplits(List<LogSplit> splits) {
		this.split = ofTheLog(splits.get(0));
		this.ahead = Optional.empty();
		this.more.complete(null);
	}

	/**
	 * Not where a checkpoint is ahead of the log, as where a database was put back, nor
	 * where it is behind what the log still has.
	 */
	private LogSplit ofTheLog(LogSplit split) {
		boolean known = (split.nextBatch() == 0) ? this.log.first(split.stream()) == 0
				: this.log.head(split.stream(), split.nextBatch() - 1).isPresent();
		if (known) {
			return split;
		}
		FoldSurroundings surroundings = JobSurroundings.of(this.order);
		return new LogSplit(split.stream(), surroundings.firstBatch(surroundings.streams().get(split.stream())));
	}

	@Override
	public void notifyNoMoreSplits() {
		// a log has no end
	}

	@Override
	public void close() {
		// it holds nothing
	}

}
