package io.exoscout.web;

import io.exoscout.memory.MemoryRoom;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.unit.DataSize;

/**
 * How many bytes of bodies that are held in memory may be there at once, of all requests
 * together. What is made of a byte of JSON takes up to 25 of the heap. Small bodies are
 * not counted, so that nobody's single rows wait for somebody's lists.
 */
public final class BodyRoom {

	private static final String SHARE = BodyRoom.class.getName() + ".share";

	/** The heap has so many bytes for one of a body. */
	private static final int HEAP_FOR_ONE = 64;

	private static final String FULL = "The requests that are being worked on have bodies of more than %d bytes in all, and "
			+ "there is no memory for more; nothing was done. Try again in a few seconds, or send fewer rows at a time.";

	private final MemoryRoom room;

	private BodyRoom(MemoryRoom room) {
		this.room = room;
	}

	BodyRoom(long most) {
		this(new MemoryRoom(most, FULL));
	}

	/** As much as the heap of this process has room for. */
	static BodyRoom ofHeap() {
		return new BodyRoom(MemoryRoom.ofHeap(HEAP_FOR_ONE, FULL));
	}

	/** How many bytes there may be at once, those of one body, too. */
	long most() {
		return this.room.most();
	}

	/** What a request takes of it, from now on until that is closed. */
	Share share(HttpServletRequest request) {
		Share share = new Share(this.room, request.getContentLengthLong());
		request.setAttribute(SHARE, share);
		return share;
	}

	/** What a request takes, which came by the filter. */
	public static Share of(HttpServletRequest request) {
		return (request.getAttribute(SHARE) instanceof Share share) ? share : endless();
	}

	/** A share of more room than there is, where nobody else takes any. */
	public static Share endless() {
		return new Share(MemoryRoom.endless(), 0);
	}

	/**
	 * What one request takes of the room for bodies in memory. Used by one thread.
	 */
	public static final class Share implements AutoCloseable {

		/** Bytes of a body that are not counted. */
		private static final long SMALL = DataSize.ofKilobytes(32).toBytes();

		private final MemoryRoom room;

		/** How many bytes the request says it has. */
		private final long declared;

		private long bytes;

		private long counted;

		Share(MemoryRoom room, long declared) {
			this.room = room;
			this.declared = declared;
		}

		/** How many bytes there may be at once, of all requests. */
		public long most() {
			return this.room.most();
		}

		/**
		 * Takes room for more bytes; once a body is no small one, for all that it says it
		 * has, or many at once would each get half of what they need.
		 * @throws io.exoscout.problem.ProblemException {@code too_many_bodies} if there
		 * is none
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

}
