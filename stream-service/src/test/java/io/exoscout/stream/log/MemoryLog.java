package io.exoscout.stream.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Logs in memory. */
public class MemoryLog implements StreamLog {

	private final Map<String, TreeMap<Long, LoggedBatch>> logs = new HashMap<>();

	private final Map<String, Long> first = new HashMap<>();

	/** How often heads were asked for. */
	public int asked;

	private TreeMap<Long, LoggedBatch> batches(String stream) {
		return this.logs.computeIfAbsent(stream, (added) -> new TreeMap<>());
	}

	@Override
	public synchronized Insertion insert(LoggedBatch batch) {
		if (batch.key() != null && ofKey(batch.stream(), batch.key()).isPresent()) {
			return Insertion.KEY_TAKEN;
		}
		if (batches(batch.stream()).containsKey(batch.number())) {
			return Insertion.NUMBER_TAKEN;
		}
		if (batch.number() > 0 && !reaches(batch.stream(), batch.number(), batch.firstSeq() - 1)) {
			return Insertion.CUT_OFF;
		}
		batches(batch.stream()).put(batch.number(), batch);
		return Insertion.STORED;
	}

	@Override
	public synchronized Optional<LoggedBatch> read(String stream, long number) {
		return Optional.ofNullable(batches(stream).get(number));
	}

	@Override
	public Optional<BatchHead> head(String stream, long number) {
		this.asked++;
		return read(stream, number).map((batch) -> new BatchHead(batch.size(), batch.at()));
	}

	@Override
	public synchronized Optional<LoggedBatch> ofKey(String stream, String key) {
		return batches(stream).values().stream().filter((batch) -> key.equals(batch.key())).findFirst();
	}

	@Override
	public synchronized long first(String stream) {
		return this.first.getOrDefault(stream, 0L);
	}

	@Override
	public synchronized void letGo(String stream, long before) {
		this.first.put(stream, before);
		batches(stream).headMap(before).clear();
	}

	@Override
	public synchronized void cut(String stream, long from) {
		batches(stream).tailMap(from).clear();
	}

}
