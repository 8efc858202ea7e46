package io.exoscout.astronomy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.FitsHeader;
import uk.ac.starlink.fits.FitsUtil;

/**
 * The first table in a FITS file (FITS Standard 4.0, section 7). What its header claims
 * is held against the bytes that are there before a row is read.
 *
 * @param file where it lies
 * @param header of the extension that is the table
 * @param at where its rows begin
 * @param rows how many there are
 * @param limits how large it may be
 */
record FitsTable(Path file, FitsHeader header, long at, long rows, TableLimits limits) {

	/** Bytes of a header at most; one of 2,000 columns has 1.5 MB. */
	private static final int LONGEST_HEADER = 1 << 22;

	private static final Pattern BINARY = Pattern.compile("([0-9]{0,9})([LXBIJKAEDCMPQ]).*");

	private static final Pattern TEXT = Pattern.compile("[AIFED]([0-9]{1,9}).*");

	/** What the columns of a light curve are called. */
	private static final Set<String> FLUX = Set.of("FLUX", "SAP_FLUX", "PDCSAP_FLUX", "KSPSAP_FLUX", "FCOR");

	static boolean begins(String head) {
		return head.startsWith("SIMPLE  =");
	}

	static FitsTable of(Path file, TableLimits limits) throws IOException {
		long size = Files.size(file);
		long at = 0;
		while (at < size) {
			FitsHeader header = header(file, at);
			long data = at + header.getHeaderByteCount();
			long bytes = dataBytes(header);
			if (bytes > size - data) {
				throw ForeignFormat.FITS.unreadable("its header claims " + bytes + " bytes of data where "
						+ Math.max(0, size - data) + " are left; it may have been cut short");
			}
			String kind = text(header, "XTENSION");
			if (kind.equals("BINTABLE") || kind.equals("TABLE")) {
				check(header, kind.equals("BINTABLE"), limits);
				return new FitsTable(file, header, data, number(header, "NAXIS2"), limits);
			}
			at = data + FitsUtil.roundUp(bytes, FitsUtil.BLOCK_LENG);
		}
		throw ForeignFormat.FITS.unreadable("no table is in it");
	}

	private static FitsHeader header(Path file, long at) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			in.skipNBytes(at);
			return FitsUtil.readHeader(new Bounded(in));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw ForeignFormat.FITS.unreadable("its header is broken or cut short").causedBy(ex);
		}
	}

	/** How many bytes follow a header, without those that fill the last block. */
	private static long dataBytes(FitsHeader header) {
		try {
			long axes = number(header, "NAXIS");
			if (axes > FitsUtil.MAX_NCOLSTD) {
				throw new ArithmeticException("too many axes");
			}
			long values = (axes == 0) ? 0 : 1;
			for (int i = 1; i <= axes; i++) {
				values = Math.multiplyExact(values, number(header, "NAXIS" + i));
			}
			long heap = has(header, "PCOUNT") ? number(header, "PCOUNT") : 0;
			long groups = has(header, "GCOUNT") ? number(header, "GCOUNT") : 1;
			long width = Math.abs(signed(header, "BITPIX")) / 8;
			return Math.multiplyExact(Math.multiplyExact(width, groups), Math.addExact(heap, values));
		}
		catch (ArithmeticException ex) {
			throw ForeignFormat.FITS.unreadable("its header claims more bytes of data than there can be").causedBy(ex);
		}
	}

	/** Holds the columns of a table against the width of its rows. */
	private static void check(FitsHeader header, boolean binary, TableLimits limits) {
		long columns = number(header, "TFIELDS");
		limits.requireColumns((int) Math.min(columns, Integer.MAX_VALUE));
		long rowBytes = number(header, "NAXIS1");
		if (rowBytes == 0 || rowBytes > limits.maxRecordCharacters()) {
			throw ForeignFormat.FITS
				.unreadable("its rows have " + rowBytes + " bytes; accepted are 1 to " + limits.maxRecordCharacters());
		}
		long bits = 0;
		long end = 0;
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= columns; i++) {
			names.add(text(header, "TTYPE" + i).toUpperCase(Locale.ROOT));
			String form = text(header, "TFORM" + i).strip();
			Matcher format = (binary ? BINARY : TEXT).matcher(form);
			if (!format.matches()) {
				throw ForeignFormat.FITS.unreadable("TFORM" + i + " is " + Quoted.of(form));
			}
			if (binary) {
				bits += bytes(format, i);
			}
			else {
				end = Math.max(end, number(header, "TBCOL" + i) - 1 + Long.parseLong(format.group(1)));
			}
		}
		if (binary ? bits != rowBytes : end > rowBytes) {
			throw ForeignFormat.FITS.unreadable(
					"its columns take " + Math.max(bits, end) + " bytes in a row, and its header says " + rowBytes);
		}
		if (names.contains("TIME") && FLUX.stream().anyMatch(new HashSet<>(names)::contains)) {
			throw ForeignFormat.FITS.unreadable("it is the light curve of one star, and no table of candidates",
					"Have it searched for transits: POST /exo-scout-lightcurves, or /lightcurve/ in a browser.");
		}
	}

	private static long bytes(Matcher format, int column) {
		long count = format.group(1).isEmpty() ? 1 : Long.parseLong(format.group(1));
		return switch (format.group(2).charAt(0)) {
			case 'L', 'B', 'A' -> count;
			case 'X' -> (count + 7) / 8;
			case 'I' -> 2 * count;
			case 'J', 'E' -> 4 * count;
			case 'K', 'D', 'C' -> 8 * count;
			case 'M' -> 16 * count;
			default -> throw ForeignFormat.FITS
				.unreadable("column " + column + " is of variable length; write it with a fixed one");
		};
	}

	private static boolean has(FitsHeader header, String key) {
		return header.getValue(key) != null;
	}

	private static long number(FitsHeader header, String key) {
		long value = signed(header, key);
		if (value < 0) {
			throw ForeignFormat.FITS.unreadable(key + " is " + value);
		}
		return value;
	}

	private static long signed(FitsHeader header, String key) {
		Object value = header.getValue(key);
		if (!(value instanceof Integer || value instanceof Long)) {
			throw ForeignFormat.FITS.unreadable(key + " is "
					+ ((value == null) ? "missing" : Quoted.of(value.toString())) + " where a whole number should be");
		}
		return ((Number) value).longValue();
	}

	private static String text(FitsHeader header, String key) {
		@Nullable Object value = header.getValue(key);
		return (value instanceof String text) ? text.strip() : "";
	}

	/** Ends a header that goes on for too long. */
	private static final class Bounded extends InputStream {

		private final InputStream in;

		private int left = LONGEST_HEADER;

		Bounded(InputStream in) {
			this.in = in;
		}

		@Override
		public int read() throws IOException {
			return (this.left-- <= 0) ? -1 : this.in.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = (this.left <= 0) ? -1 : this.in.read(target, offset, Math.min(length, this.left));
			this.left -= Math.max(0, count);
			return count;
		}

	}

}
