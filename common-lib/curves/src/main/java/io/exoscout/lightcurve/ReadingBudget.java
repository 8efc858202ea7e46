package io.exoscout.lightcurve;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.memory.MemoryRoom;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * What reading the files of one star may cost, all of them together: rows, used or not,
 * what is unpacked, and memory while it goes on. Used by one thread.
 */
public final class ReadingBudget implements AutoCloseable {

	/** So many points are searched at most, of all files together. */
	public static final int MOST_ROWS = 2_000_000;

	/** What is held of a row while files are read and joined, at the worst. */
	private static final int BYTES_OF_ROW = 150;

	/** Room is taken for so many rows at once. */
	private static final int BLOCK = 1 << 13;

	private static final String FULL = "The light curves that are being read take the %d bytes of memory there are for "
			+ "them; nothing was done. Try again in a few seconds.";

	private final MemoryRoom room;

	private final UnpackingBudget unpacking;

	private int rows;

	private long taken;

	/**
	 * A budget.
	 * @param room what memory is taken of
	 * @param unpacking what files may unpack to
	 */
	public ReadingBudget(MemoryRoom room, UnpackingBudget unpacking) {
		this.room = room;
		this.unpacking = unpacking;
	}

	/**
	 * The memory for all light curves that are being read: half of the heap. Searches,
	 * bodies and everything else need the other half.
	 */
	public static MemoryRoom room() {
		return MemoryRoom.ofHeap(2, FULL);
	}

	/** With memory without end, for one star. */
	public static ReadingBudget endless() {
		return new ReadingBudget(MemoryRoom.endless(), new UnpackingBudget());
	}

	/** What all files together may unpack to. */
	public UnpackingBudget unpacking() {
		return this.unpacking;
	}

	/**
	 * Counts a row.
	 * @param file where it stands, for people
	 * @throws ProblemException {@code too_many_points} if there are more than are
	 * searched, or than there is memory for; {@code too_many_bodies} if others take that
	 * memory just now
	 */
	public void row(String file) {
		if (this.rows == MOST_ROWS) {
			throw tooMany(file);
		}
		if (this.rows % BLOCK == 0) {
			take(BLOCK * (long) BYTES_OF_ROW, file);
		}
		this.rows++;
	}

	/** Refuses more points than are searched. */
	public static ProblemException tooMany(String file) {
		return tooMany(file, MOST_ROWS, "the limit here");
	}

	private void take(long bytes, String file) {
		if (this.taken + bytes > this.room.most()) {
			throw tooMany(file, this.room.most() / BYTES_OF_ROW, "for which this service has memory");
		}
		this.room.take(bytes);
		this.taken += bytes;
	}

	private static ProblemException tooMany(String file, long most, String why) {
		return new ProblemException(ErrorCode.TOO_MANY_POINTS,
				"With " + Quoted.of(file) + " there are more than " + most + " points, " + why
						+ ". Send fewer files, or bin the points.",
				InputError.field("file", "more than " + most + " points"));
	}

	/** Gives the memory back, once what was read is a curve or nothing. */
	@Override
	public void close() {
		this.room.give(this.taken);
		this.taken = 0;
	}

}
