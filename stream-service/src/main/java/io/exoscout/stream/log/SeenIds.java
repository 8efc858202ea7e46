package io.exoscout.stream.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Which ids a log has, and with which content: of each 128 bits of a SHA-256 and 32 of
 * another, 20 bytes in all, half of the places free at most.
 */
final class SeenIds {

	private static final int FIRST = 1 << 10;

	private final MessageDigest digest = sha256();

	/** Two for each place. */
	private long[] ids = new long[2 * FIRST];

	private int[] contents = new int[FIRST];

	private int size;

	/** What is known of an id. */
	enum Sight {

		NEW, SAME, OTHER

	}

	/** What is known of an id of this content. */
	Sight look(String id, @Nullable String[] cells) {
		ByteBuffer hash = hash(id);
		int place = place(this.ids, hash.getLong(0), hash.getLong(Long.BYTES));
		if (isFree(this.ids, place)) {
			return Sight.NEW;
		}
		return (this.contents[place] == content(cells)) ? Sight.SAME : Sight.OTHER;
	}

	/** Notes that an id is there. */
	void add(String id, @Nullable String[] cells) {
		if (2 * (this.size + 1) > this.contents.length) {
			grow();
		}
		ByteBuffer hash = hash(id);
		if (put(this.ids, this.contents, hash.getLong(0), hash.getLong(Long.BYTES), content(cells))) {
			this.size++;
		}
	}

	/** How many ids there are. */
	int size() {
		return this.size;
	}

	private void grow() {
		long[] ids = new long[2 * this.ids.length];
		int[] contents = new int[2 * this.contents.length];
		for (int i = 0; i < this.contents.length; i++) {
			if (!isFree(this.ids, i)) {
				put(ids, contents, this.ids[2 * i], this.ids[2 * i + 1], this.contents[i]);
			}
		}
		this.ids = ids;
		this.contents = contents;
	}

	private static boolean put(long[] ids, int[] contents, long first, long second, int content) {
		int place = place(ids, first, second);
		boolean free = isFree(ids, place);
		ids[2 * place] = first;
		ids[2 * place + 1] = second;
		contents[place] = content;
		return free;
	}

	private static int place(long[] ids, long first, long second) {
		int mask = ids.length / 2 - 1;
		int place = (int) first & mask;
		while (!isFree(ids, place) && (ids[2 * place] != first || ids[2 * place + 1] != second)) {
			place = (place + 1) & mask;
		}
		return place;
	}

	/** No id hashes to nothing but zeros. */
	private static boolean isFree(long[] ids, int place) {
		return ids[2 * place] == 0 && ids[2 * place + 1] == 0;
	}

	private ByteBuffer hash(String id) {
		return ByteBuffer.wrap(this.digest.digest(id.getBytes(StandardCharsets.UTF_8)));
	}

	private int content(@Nullable String[] cells) {
		for (String cell : cells) {
			byte[] text = (cell != null) ? cell.getBytes(StandardCharsets.UTF_8) : new byte[0];
			this.digest.update(ByteBuffer.allocate(Integer.BYTES).putInt((cell != null) ? text.length : -1).array());
			this.digest.update(text);
		}
		return Arrays.hashCode(this.digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
