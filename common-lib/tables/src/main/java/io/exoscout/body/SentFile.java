package io.exoscout.body;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;

import io.exoscout.gzip.GzipStream;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * A file as it was sent, told by its first bytes: text, gzip or ZIP of text, or something
 * that can be named but not read.
 *
 * @param text its bytes, unpacked on the way, and turned into UTF-8 where they are UTF-16
 * @param packed whether they came packed
 * @param verbatim whether its form is told by its first bytes alone and no byte of it may
 * change: FITS, or ECSV, whose header looks like comments
 * @param notes what the reader should know of it
 */
record SentFile(InputStream text, boolean packed, boolean verbatim, List<String> notes) {

	/** So many characters tell UTF-16 without a mark. */
	private static final int HEAD = 64;

	/**
	 * Looks at the first bytes.
	 * @param raw the bytes as they were sent
	 * @param buffer size of the buffers to read with
	 * @return the file
	 * @throws IOException when the bytes can not be read
	 * @throws ProblemException when it is no text, named for what it is
	 */
	static SentFile open(InputStream raw, int buffer) throws IOException {
		return open(raw, buffer, new UnpackingBudget());
	}

	/** The same, with what else is unpacked counted, too. */
	static SentFile open(InputStream raw, int buffer, UnpackingBudget budget) throws IOException {
		BufferedInputStream buffered = new BufferedInputStream(raw, buffer);
		byte[] head = head(buffered);
		if (starts(head, 'P', 'K', 3, 4)) {
			ZippedTable zip = ZippedTable.open(budget.sent(buffered));
			return unpacked(budget.unpacked(zip), buffer,
					List.of("Of the ZIP archive " + Quoted.of(zip.name()) + " was read."));
		}
		if (!starts(head, 0x1F, 0x8B)) {
			return text(buffered, head, false, List.of());
		}
		try {
			return unpacked(budget.unpacked(new GzipStream(budget.sent(buffered), buffer)), buffer, List.of());
		}
		catch (EOFException | ZipException ex) {
			throw brokenGzip(ex);
		}
	}

	private static SentFile unpacked(InputStream packed, int buffer, List<String> notes) throws IOException {
		BufferedInputStream buffered = new BufferedInputStream(packed, buffer);
		byte[] head = head(buffered);
		if (starts(head, 'P', 'K', 3, 4) || starts(head, 0x1F, 0x8B)) {
			throw ForeignFormat.notText("The file is packed twice; pack the table once.", null);
		}
		return text(buffered, head, true, notes);
	}

	private static SentFile text(InputStream bytes, byte[] head, boolean packed, List<String> notes) {
		ForeignFormat format = ForeignFormat.of(head).orElse(null);
		if (format == ForeignFormat.FITS || new String(head, StandardCharsets.ISO_8859_1).startsWith("# %ECSV ")) {
			return new SentFile(bytes, packed, true, notes);
		}
		if (format != null) {
			throw format.problem();
		}
		if (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF)) {
			throw ForeignFormat.notText("The file is UTF-32 text; save it as UTF-8.", null);
		}
		Charset charset = Utf16Stream.of(head);
		return charset.equals(StandardCharsets.UTF_8) ? new SentFile(bytes, packed, false, notes)
				: new SentFile(new Utf16Stream(bytes, charset), packed, false, notes);
	}

	private static byte[] head(InputStream buffered) throws IOException {
		buffered.mark(HEAD);
		byte[] head = buffered.readNBytes(HEAD);
		buffered.reset();
		return head;
	}

	private static boolean starts(byte[] bytes, int... magic) {
		for (int i = 0; i < magic.length; i++) {
			if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Reads on.
	 * @throws ProblemException {@code broken_gzip} when what is packed breaks off
	 */
	int read(byte[] target, int offset, int length) throws IOException {
		try {
			return this.text.read(target, offset, length);
		}
		catch (EOFException | ZipException ex) {
			if (!this.packed) {
				throw ex;
			}
			throw brokenGzip(ex);
		}
	}

	/** Refuses a table of more bytes than may be read. */
	ProblemException tooLarge(long maxBytes) {
		return new ProblemException(ErrorCode.TABLE_TOO_LARGE, "The table is larger than " + maxBytes + " bytes"
				+ (this.packed ? " when unpacked" : "") + ", the limit here.");
	}

	private static ProblemException brokenGzip(IOException cause) {
		return new ProblemException(ErrorCode.BROKEN_GZIP,
				"The file begins like gzip but can not be unpacked to its end; it may have been cut short.",
				InputError.field("file", "broken gzip"))
			.causedBy(cause);
	}

}
