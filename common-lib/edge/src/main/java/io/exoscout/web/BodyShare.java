package io.exoscout.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.unit.DataSize;

/**
 * What one request takes of the room for bodies in memory. Used by one thread.
 */
public final class BodyShare implements AutoCloseable {

	/** Bytes of a body that are not counted. */
	private static final long SMALL = DataSize.ofKilobytes(32).toBytes();

	private final BodyRoom room;

	/** How many bytes the request says it has. */
	private final long declared;

	private long bytes;

	private long counted;

	BodyShare(BodyRoom room, long declared) {
		this.room = room;
		this.declared = declared;
	}

	/** The share of a request. */
	public static BodyShare of(HttpServletRequest request) {
		return BodyRoom.of(request);
	}

	/** A share of more room than there is, where nobody else takes any. */
	public static BodyShare endless() {
		return new BodyShare(new BodyRoom(Long.MAX_VALUE), 0);
	}

	/** How many bytes there may be at once, of all requests. */
	public long most() {
		return this.room.most();
	}

	/**
	 * Takes room for more bytes; once a body is no small one, for all that it says it
	 * has, or many at once would each get half of what they need.
	 * @throws io.exoscout.problem.ProblemException {@code too_many_bodies} if there is
	 * none
	 */
	public void take(long more) {
		this.bytes += more;
		long wanted = (this.bytes > SMALL) ? Math.max(this.bytes, this.declared) : 0;
		if (wanted > this.counted) {
			this.room.take(wanted - this.counted);
			this.counted = wanted;
		}
	}

	@Override
	public void close() {
		this.room.give(this.counted);
		this.counted = 0;
	}

}
