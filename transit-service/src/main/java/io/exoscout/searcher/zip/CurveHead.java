package io.exoscout.searcher.zip;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import io.exoscout.fits.FitsCards;
import io.exoscout.fits.FitsPart;
import io.exoscout.fits.FitsParts;
import io.exoscout.gzip.GzipStream;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.file.CurveSource;

/**
 * The beginning of a file, unpacked, and the star that it names there.
 *
 * @param bytes the first of them
 */
record CurveHead(byte[] bytes) {

	private static final int SIZE = 1 << 16;

	private static final int BUFFER = 1 << 14;

	/** Keywords of missions for a star's number, and the catalogues that these are of. */
	private static final List<String[]> NUMBERS = List.of(new String[] { "TICID", "TIC " },
			new String[] { "EPIC", "EPIC " }, new String[] { "KEPLERID", "KIC " });

	/** In a comment before a table. */
	private static final Pattern COMMENT = Pattern
		.compile("(?im)^#\\s*(OBJECT|TICID|EPIC|KEPLERID)\\s*[=:]\\s*'?([^'\\r\\n/]{1,100})");

	static CurveHead of(CurveSource file, UnpackingBudget unpacking) throws IOException {
		byte[] head = new byte[SIZE];
		int size = 0;
		try (BufferedInputStream sent = new BufferedInputStream(file.open(), BUFFER)) {
			sent.mark(2);
			boolean packed = sent.read() == 0x1F && sent.read() == 0x8B;
			sent.reset();
			InputStream in = packed ? unpacking.unpacked(new GzipStream(unpacking.sent(sent), BUFFER)) : sent;
			for (int count = 0; count >= 0 && size < SIZE; size += Math.max(0, count)) {
				count = in.read(head, size, SIZE - size);
			}
		}
		catch (EOFException | ZipException ex) {
			// what there is of it may name the star; reading it all will say what is
			// wrong
			return new CurveHead(Arrays.copyOf(head, size));
		}
		return new CurveHead(Arrays.copyOf(head, size));
	}

	/** The star, if it is named. */
	Optional<String> target() throws IOException {
		if (FitsParts.begins(this.bytes)) {
			FitsPart primary = new FitsParts(new ByteArrayInputStream(this.bytes)).next();
			return (primary != null) ? named(primary.cards()) : Optional.empty();
		}
		Matcher comment = COMMENT.matcher(new String(this.bytes, StandardCharsets.ISO_8859_1));
		return comment.find() ? Optional.of(named(comment.group(1), comment.group(2).strip())) : Optional.empty();
	}

	private static Optional<String> named(FitsCards cards) {
		if (cards.has("OBJECT")) {
			return Optional.of(cards.text("OBJECT"));
		}
		return NUMBERS.stream()
			.filter((number) -> cards.has(number[0]))
			.findFirst()
			.map((number) -> number[1] + cards.text(number[0]));
	}

	private static String named(String keyword, String value) {
		return NUMBERS.stream()
			.filter((number) -> number[0].equalsIgnoreCase(keyword) && value.chars().allMatch(Character::isDigit))
			.findFirst()
			.map((number) -> number[1] + value)
			.orElse(value);
	}

}
