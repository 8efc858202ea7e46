package io.exoscout.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletableFuture;

import io.exoscout.stream.course.FoldSurroundings;

/**
 * What jobs need around them, by name: a job travels as bytes, even within a process, and
 * a database does not. Also how jobs hear that there is more to fold.
 */
final class JobSurroundings {

	private static final Map<String, FoldSurroundings> KNOWN = new ConcurrentHashMap<>();

	private static final Map<String, CompletableFuture<Void>> BELLS = new ConcurrentHashMap<>();

	private JobSurroundings() {
	}

	static void add(String name, FoldSurroundings surroundings) {
		KNOWN.put(name, surroundings);
	}

	static void remove(String name) {
		KNOWN.remove(name);
	}

	static FoldSurroundings of(FoldOrder order) {
		FoldSurroundings known = KNOWN.get(order.surroundings());
		if (known == null) {
			throw new IllegalStateException("The program is stopping");
		}
		return known;
	}

	/** Tells the job of a stream that there is more. */
	static void ring(String stream) {
		CompletableFuture<Void> bell = BELLS.remove(stream);
		if (bell != null) {
			bell.complete(null);
		}
	}

	/** Completed with the next ring, or by whoever has waited long enough. */
	static CompletableFuture<Void> bell(String stream) {
		return BELLS.compute(stream,
				(id, known) -> (known == null || known.isDone()) ? new CompletableFuture<>() : known);
	}

}
