package io.exoscout.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.log.LoggedBatch;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches, and tells how it goes: at the end of the log at once, before it now and
 * then, and for good about every so many entries. Its state knows which batch is next, so
 * that whatever it begins with it leaves none out: those between are read from the log.
 */
final class FoldFunction extends ProcessFunction<byte[], byte[]> implements CheckpointedFunction {

	private static final long serialVersionUID = 1;

	/**
	 * A point for good comes at the first end of a batch beyond each multiple of this.
	 */
	private static final int POINT = 500;

	private static final Duration TELL = Duration.ofMillis(500);

	/** A state is much longer than what is told with it. */
	private static final Duration TELL_STATE = Duration.ofSeconds(2);

	/** A state of so many bytes is a file of its own each time it is told. */
	private static final int LONG_STATE = 8 << 20;

	private static final Duration TELL_LONG_STATE = Duration.ofMinutes(1);

	private final FoldOrder order;

	private transient @Nullable FoldSurroundings surroundings;

	private transient @Nullable BatchFold fold;

	private transient @Nullable ListState<byte[]> kept;

	private transient long told;

	private transient long toldState;

	private transient Duration stateEvery = TELL_STATE;

	FoldFunction(FoldOrder order) {
		this.order = order;
	}

	@Override
	public void initializeState(FunctionInitializationContext context) throws Exception {
		this.surroundings = JobSurroundings.of(this.order);
		this.stateEvery = TELL_STATE;
		this.kept = context.getOperatorStateStore()
			.getListState(new ListStateDescriptor<>("fold", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
		List<FoldPlace> places = new ArrayList<>();
		for (byte[] place : this.kept.get()) {
			places.add(FoldPlace.of(place));
		}
		try {
			this.fold = this.surroundings.begin(this.surroundings.streams().get(this.order.stream()), places);
		}
		catch (RuntimeException ex) {
			throw JobTroubles.failed(this.surroundings, this.order.stream(), ex);
		}
	}

	@Override
	public void processElement(byte[] element, Context context, Collector<byte[]> out) {
		Optional<FoldResult> result;
		try {
			result = process(element);
		}
		catch (RuntimeException ex) {
			throw JobTroubles.failed(Objects.requireNonNull(this.surroundings), this.order.stream(), ex);
		}
		// not within: who is told notes by himself that he can not be
		result.map(FoldResult::bytes).ifPresent(out::collect);
	}

	private Optional<FoldResult> process(byte[] element) {
		LogRecord record = LogRecord.of(this.order.stream(), element);
		BatchFold fold = Objects.requireNonNull(this.fold);
		long before = fold.seq();
		while (fold.nextBatch() < record.batch().number()) {
			fold.fold(missed(fold.nextBatch()));
		}
		fold.fold(record.batch());
		boolean point = fold.seq() / POINT != before / POINT;
		long now = System.nanoTime();
		if (record.last() || point || now - this.told > TELL.toNanos()) {
			this.told = now;
			boolean state = this.toldState == 0 || now - this.toldState > this.stateEvery.toNanos();
			FoldResult result = result(fold, point, state);
			if (state) {
				this.toldState = now;
				this.stateEvery = (result.place().state().length > LONG_STATE) ? TELL_LONG_STATE : TELL_STATE;
			}
			return Optional.of(result);
		}
		return Optional.empty();
	}

	private LoggedBatch missed(long number) {
		Optional<LoggedBatch> batch = Objects.requireNonNull(this.surroundings).log().read(this.order.stream(), number);
		return batch.orElseThrow(() -> new IllegalStateException(
				"Batch %d of stream %s is not there".formatted(number, this.order.stream())));
	}

	private FoldResult result(BatchFold fold, boolean point, boolean state) {
		String metrics = Objects.requireNonNull(this.surroundings).json().writeValueAsString(fold.metrics());
		return new FoldResult(this.order.stream(), this.order.turns(), fold.seq(), metrics, point,
				state ? fold.place() : new FoldPlace(fold.nextBatch(), new byte[0]));
	}

	@Override
	public void snapshotState(FunctionSnapshotContext context) throws Exception {
		Objects.requireNonNull(this.kept).update(List.of(Objects.requireNonNull(this.fold).place().bytes()));
	}

}
