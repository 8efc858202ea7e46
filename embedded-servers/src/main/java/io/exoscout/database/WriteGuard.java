package io.exoscout.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Asked before each write, in microseconds, whether the disk will take it: the store
 * closes itself at the first write that fails, and with it go all reads.
 *
 * @param file of the store
 */
record WriteGuard(Path file) {

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "create",
			"createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

	/** What MongoDB says when its disk is full. */
	static final int OUT_OF_DISK_SPACE = 14031;

	/** What MongoDB says when somebody has forbidden writes. */
	static final int WRITES_BLOCKED = 371;

	/** What MongoDB says when it is about to go. */
	static final int SHUTDOWN_IN_PROGRESS = 91;

	/** So many bytes have to be free: more than any write takes, with all its pages. */
	private static final long LEAST = 16 << 20;

	/** So many for what makes room. */
	private static final long LEAST_TO_DELETE = 1 << 20;

	/** Each deletion of a job or model begins with a mark in here. */
	private static final String REMOVALS = "model_removals";

	boolean isWritable() {
		return Files.isWritable(this.file) && free() >= LEAST;
	}

	/**
	 * The answer to a write that the disk would not take.
	 * @param command in lower case
	 * @return the answer, or {@code null} if it will
	 */
	@Nullable Document refusal(String command, Document query) {
		if (!Files.isWritable(this.file)) {
			return error(WRITES_BLOCKED, "UserWritesBlocked", "the file of the database is read-only");
		}
		long free = free();
		return (free < (deletes(command, query) ? LEAST_TO_DELETE : LEAST)) ? error(OUT_OF_DISK_SPACE, "OutOfDiskSpace",
				"%d MB are left on the disk of the database".formatted(free >> 20)) : null;
	}

	/** Not of its {@code FileStore}, for which the system's mounts are read each time. */
	private long free() {
		return this.file.toFile().getUsableSpace();
	}

	/** Whether a command changes something. */
	static boolean writes(String command, Document query) {
		return command.equals("aggregate")
				? query.get("pipeline") instanceof List<?> stages
						&& stages.stream()
							.anyMatch((stage) -> stage instanceof Document step
									&& (step.containsKey("$out") || step.containsKey("$merge")))
				: WRITES.contains(command);
	}

	/** Whether a command makes room, or marks what is about to go. */
	static boolean deletes(String command, Document query) {
		return command.equals("delete") || Boolean.TRUE.equals(query.get("remove"))
				|| (command.equals("insert") && REMOVALS.equals(query.get("insert")));
	}

	static Document error(int code, String name, String message) {
		return new Document("ok", 0.0).append("errmsg", message).append("code", code).append("codeName", name);
	}

}
