package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** UTF-16 text, given out as UTF-8 on the way. */
final class Utf16Stream extends ByteBlocks {

	private static final int BUFFER = 1 << 13;

	private final Reader reader;

	private final char[] characters = new char[BUFFER];

	/** Characters kept from the last round: half of a pair. */
	private int kept;

	private byte[] bytes = new byte[0];

	private int at;

	Utf16Stream(InputStream source, Charset charset) {
		this.reader = new InputStreamReader(source, charset.newDecoder());
	}

	/**
	 * Which UTF-16 this is, by its mark or by the zeros between its first characters;
	 * UTF-8 where it is none.
	 */
	static Charset of(byte[] head) {
		if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
			return StandardCharsets.UTF_16LE;
		}
		if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
			return StandardCharsets.UTF_16BE;
		}
		if (head.length < 4) {
			return StandardCharsets.UTF_8;
		}
		if (head[1] == 0 && head[3] == 0 && printable(head[0]) && printable(head[2])) {
			return StandardCharsets.UTF_16LE;
		}
		boolean bigEndian = head[0] == 0 && head[2] == 0 && printable(head[1]) && printable(head[3]);
		return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
	}

	private static boolean printable(byte b) {
		return b >= ' ' || b == '\n' || b == '\r' || b == '\t';
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		while (this.at == this.bytes.length) {
			if (!fill()) {
				return -1;
			}
		}
		int count = Math.min(length, this.bytes.length - this.at);
		System.arraycopy(this.bytes, this.at, target, offset, count);
		this.at += count;
		return count;
	}

	private boolean fill() throws IOException {
		int count;
		try {
			count = this.reader.read(this.characters, this.kept, BUFFER - this.kept);
		}
		catch (CharacterCodingException ex) {
			throw ForeignFormat.notText("The file begins as UTF-16 text, but is not all of it; save it as UTF-8.", null)
				.causedBy(ex);
		}
		if (count < 0 && this.kept == 0) {
			return false;
		}
		int all = this.kept + Math.max(count, 0);
		boolean half = count >= 0 && Character.isHighSurrogate(this.characters[all - 1]);
		int whole = half ? all - 1 : all;
		this.bytes = new String(this.characters, 0, whole).getBytes(StandardCharsets.UTF_8);
		this.at = 0;
		this.kept = all - whole;
		this.characters[0] = this.characters[all - 1];
		return true;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
