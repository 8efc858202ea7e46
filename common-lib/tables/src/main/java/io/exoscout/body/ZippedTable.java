package io.exoscout.body;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The one file in a ZIP archive, read as a stream: nothing is looked up at the archive's
 * end. What systems add by themselves (folders, {@code __MACOSX}) is passed over; a
 * second file is refused, and so is a spreadsheet, which is a ZIP archive too.
 */
final class ZippedTable extends ByteBlocks {

	/** Bytes to unpack at most of what is passed over. */
	private static final int PASSED_OVER = 1 << 20;

	private final ZipInputStream zip;

	private final String name;

	private boolean ended;

	private ZippedTable(ZipInputStream zip, String name) {
		this.zip = zip;
		this.name = name;
	}

	/**
	 * Opens the first file.
	 * @param raw the archive
	 * @return its bytes
	 * @throws IOException when the archive can not be read
	 */
	static ZippedTable open(InputStream raw) throws IOException {
		ZipInputStream zip = new ZipInputStream(raw, StandardCharsets.UTF_8);
		String first = nextFile(zip);
		if (first == null) {
			throw ForeignFormat.notText("The file is a ZIP archive or a spreadsheet, and no table is in it that can be "
					+ "read; export the table as CSV, or pack it with gzip.", null);
		}
		return new ZippedTable(zip, first);
	}

	/** The name of the file in the archive. */
	String name() {
		return this.name;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (this.ended) {
			return -1;
		}
		int count;
		try {
			count = this.zip.read(target, offset, length);
		}
		catch (EOFException | ZipException ex) {
			throw broken(ex);
		}
		if (count >= 0) {
			return count;
		}
		this.ended = true;
		String second = nextFile(this.zip);
		if (second != null) {
			throw new ProblemException(
					ErrorCode.SEVERAL_FILES, "The ZIP archive holds more than one file, " + Quoted.of(this.name)
							+ " and " + Quoted.of(second) + "; send the one table.",
					InputError.field("file", "several files"));
		}
		return -1;
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	private static @Nullable String nextFile(ZipInputStream zip) throws IOException {
		try {
			long passedOver = 0;
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				String name = entry.getName();
				refuseOffice(zip, name);
				if (!addedBySystem(entry)) {
					return name;
				}
				passedOver += 1000 + zip.skip(PASSED_OVER);
				if (passedOver >= PASSED_OVER) {
					throw ForeignFormat.notText("The ZIP archive holds more than a table; send the table alone.", null);
				}
			}
			return null;
		}
		catch (EOFException | ZipException | IllegalArgumentException ex) {
			throw broken(ex);
		}
	}

	private static boolean addedBySystem(ZipEntry entry) {
		String name = entry.getName();
		return entry.isDirectory() || name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
	}

	private static void refuseOffice(ZipInputStream zip, String name) throws IOException {
		if (name.equals("[Content_Types].xml") || name.matches("(_rels|xl|docProps|customXml|Index)/.*")) {
			throw ForeignFormat.SPREADSHEET.problem();
		}
		if (name.equals("mimetype")
				&& new String(zip.readNBytes(100), StandardCharsets.ISO_8859_1).contains("opendocument")) {
			throw ForeignFormat.SPREADSHEET.problem();
		}
		if (name.endsWith(".npy")) {
			throw ForeignFormat.NUMPY.problem();
		}
	}

	private static ProblemException broken(Exception cause) {
		return new ProblemException(ErrorCode.NOT_TEXT,
				"The file begins like a ZIP archive or a spreadsheet, but can not be unpacked to its end; export the "
						+ "table as CSV, or pack it with gzip.",
				InputError.field("file", "broken ZIP archive"))
			.causedBy(cause);
	}

}
