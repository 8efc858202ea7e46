package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is sent, with its digest and that of what is made of it. Most tables are
 * canonical as they come; as long as both are the same bytes they are digested once,
 * which costs as much as reading them.
 */
final class SentDigest extends ByteBlocks {

	/** As far as the file is read ahead of what is made of it. */
	private static final int AHEAD = 1 << 16;

	private final InputStream raw;

	private final MessageDigest made = Digests.sha256();

	/** Of the file, from where it differs. */
	private @Nullable MessageDigest sent;

	/** What was read, and not yet compared. */
	private final byte[] ahead = new byte[AHEAD];

	private int at;

	private int end;

	SentDigest(InputStream raw) {
		this.raw = raw;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = this.raw.read(target, offset, length);
		if (count > 0) {
			read(target, offset, count, this.end - this.at);
		}
		return count;
	}

	private void read(byte[] bytes, int offset, int count, int waiting) {
		MessageDigest own = (waiting + count <= AHEAD) ? this.sent : apart();
		if (own != null) {
			own.update(bytes, offset, count);
			return;
		}
		if (this.end + count > AHEAD) {
			System.arraycopy(this.ahead, this.at, this.ahead, 0, waiting);
			this.at = 0;
			this.end = waiting;
		}
		System.arraycopy(bytes, offset, this.ahead, this.end, count);
		this.end += count;
	}

	/** Takes the next bytes of what is made of the file. */
	void made(byte[] bytes, int count) {
		int same = 0;
		if (this.sent == null) {
			int both = Math.min(count, this.end - this.at);
			int differing = Arrays.mismatch(bytes, 0, both, this.ahead, this.at, this.at + both);
			same = (differing < 0) ? both : differing;
			this.made.update(bytes, 0, same);
			this.at += same;
			if (same < count) {
				apart();
			}
		}
		this.made.update(bytes, same, count - same);
	}

	/** Begins a digest of its own for the file, where both are still the same. */
	private MessageDigest apart() {
		MessageDigest own = this.sent;
		if (own == null) {
			own = Digests.copy(this.made);
			own.update(this.ahead, this.at, this.end - this.at);
			this.sent = own;
		}
		return own;
	}

	/**
	 * The digests in hex, once all was read: of the file, then of what was made of it.
	 */
	String[] hex() {
		if (this.at < this.end) {
			apart();
		}
		String made = HexFormat.of().formatHex(this.made.digest());
		MessageDigest own = this.sent;
		return new String[] { (own != null) ? HexFormat.of().formatHex(own.digest()) : made, made };
	}

}
