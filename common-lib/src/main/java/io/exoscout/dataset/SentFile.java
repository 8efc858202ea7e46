package io.exoscout.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was sent, told by its first bytes: text, gzip of text, or something that
 * can be named but not read.
 *
 * @param text the bytes, unpacked on the way
 * @param packed whether they came as gzip
 */
record SentFile(InputStream text, boolean packed) {

	/**
	 * Looks at the first bytes.
	 * @param raw the bytes as they were sent
	 * @param buffer size of the buffers to read with
	 * @return the file
	 * @throws IOException when the bytes can not be read
	 */
	static SentFile open(InputStream raw, int buffer) throws IOException {
		BufferedInputStream buffered = new BufferedInputStream(raw, buffer);
		buffered.mark(4);
		byte[] magic = buffered.readNBytes(4);
		buffered.reset();
		if (starts(magic, 0xFF, 0xFE) || starts(magic, 0xFE, 0xFF)) {
			throw notText("The file is UTF-16 text; save it as UTF-8.", null);
		}
		if (starts(magic, 'P', 'K', 3, 4)) {
			throw notText("The file is a ZIP archive or a spreadsheet; export the table as CSV, or pack it with gzip.",
					null);
		}
		if (!starts(magic, 0x1F, 0x8B)) {
			return new SentFile(buffered, false);
		}
		try {
			return new SentFile(new GZIPInputStream(buffered, buffer), true);
		}
		catch (EOFException | ZipException ex) {
			throw brokenGzip(ex);
		}
	}

	private static boolean starts(byte[] bytes, int... magic) {
		for (int i = 0; i < magic.length; i++) {
			if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
				return false;
			}
		}
		return true;
	}

	static ProblemException notText(String detail, @Nullable Long line) {
		Offence offence = (line == null) ? Offence.field("file", "not text") : Offence.line(line, "not text");
		return new ProblemException(ProblemKind.INVALID, "not_text", detail, offence);
	}

	static ProblemException brokenGzip(IOException cause) {
		return new ProblemException(ProblemKind.INVALID, "broken_gzip",
				"The file begins like gzip but can not be unpacked to its end; it may have been cut short.",
				Offence.field("file", "broken gzip"))
			.causedBy(cause);
	}

}
