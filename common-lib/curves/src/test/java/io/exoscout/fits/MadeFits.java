package io.exoscout.fits;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small FITS files, sound ones and others. */
public final class MadeFits {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/** A file with an empty primary part. */
	public static MadeFits begin(String... cards) {
		MadeFits file = new MadeFits();
		List<String> all = new ArrayList<>(List.of("SIMPLE  =                    T", "BITPIX  =                    8",
				"NAXIS   =                    0", "EXTEND  =                    T"));
		all.addAll(List.of(cards));
		file.header(all, true);
		return file;
	}

	/** A card with a whole number. */
	public static String card(String key, long value) {
		return "%-8s= %20d".formatted(key, value);
	}

	/** A card with a text. */
	public static String card(String key, String value) {
		return "%-8s= '%s'".formatted(key, value);
	}

	/** Adds a header as it is, with END or without. */
	public MadeFits header(List<String> cards, boolean ended) {
		StringBuilder text = new StringBuilder();
		cards.forEach((card) -> text.append("%-80s".formatted(card)));
		text.append(ended ? "%-80s".formatted("END") : "");
		while (text.length() % 2880 != 0) {
			text.append(' ');
		}
		this.bytes.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	/** Adds data as they are, and fills the block. */
	public MadeFits data(byte[] data) {
		this.bytes.writeBytes(data);
		this.bytes.writeBytes(new byte[(2880 - data.length % 2880) % 2880]);
		return this;
	}

	/** Adds a table of numbers in double precision. */
	public MadeFits table(String name, List<String> columns, double[][] rows, String... more) {
		List<String> cards = new ArrayList<>(List.of("XTENSION= 'BINTABLE'", card("BITPIX", 8), card("NAXIS", 2),
				card("NAXIS1", 8L * columns.size()), card("NAXIS2", rows.length), card("PCOUNT", 0), card("GCOUNT", 1),
				card("TFIELDS", columns.size()), card("EXTNAME", name)));
		for (int i = 0; i < columns.size(); i++) {
			cards.add(card("TTYPE" + (i + 1), columns.get(i)));
			cards.add(card("TFORM" + (i + 1), "D"));
		}
		cards.addAll(List.of(more));
		header(cards, true);
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(data)) {
			for (double[] row : rows) {
				for (double value : row) {
					out.writeDouble(value);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return data(data.toByteArray());
	}

	/** The file. */
	public byte[] bytes() {
		return this.bytes.toByteArray();
	}

}
