package io.exoscout.fits;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.problem.Quoted;

/**
 * One header and data unit of a file: what its header says of it.
 *
 * @param number from 0, which is the primary one
 * @param cards its header
 * @param bytes of its data, without what fills the last block
 * @param columns of a binary table; otherwise none
 */
public record FitsPart(int number, FitsCards cards, long bytes, List<BinaryColumn> columns) {

	private static final int MOST_AXES = 999;

	private static final int MOST_COLUMNS = 999;

	static FitsPart of(int number, FitsCards cards) {
		boolean table = cards.text("XTENSION").equals("BINTABLE");
		FitsPart part = new FitsPart(number, cards, bytes(cards), table ? columns(cards) : List.of());
		if (table) {
			part.requireTable();
		}
		return part;
	}

	/** Whether it is a binary table. */
	public boolean table() {
		return this.cards.text("XTENSION").equals("BINTABLE");
	}

	/** Its name; may be empty. */
	public String name() {
		return this.cards.text("EXTNAME");
	}

	/** How many rows a table has. */
	public long rows() {
		return axis(this.cards, 2);
	}

	/** How many bytes a row has. */
	long rowBytes() {
		return axis(this.cards, 1);
	}

	private void requireTable() {
		this.cards.whole("BITPIX", 8, 8, 8);
		this.cards.whole("NAXIS", 2, 2, 2);
		BinaryColumn last = this.columns.isEmpty() ? null : this.columns.get(this.columns.size() - 1);
		long needed = (last != null) ? end(last) : 0;
		if (needed > rowBytes()) {
			throw FitsTrouble.broken("its columns take " + needed + " bytes of a row, but NAXIS1 is " + rowBytes());
		}
	}

	private static List<BinaryColumn> columns(FitsCards cards) {
		int count = (int) cards.whole("TFIELDS", 0, 0, MOST_COLUMNS);
		List<BinaryColumn> columns = new ArrayList<>();
		long offset = 0;
		for (int i = 1; i <= count; i++) {
			BinaryColumn column = BinaryColumn.of(cards, i, offset);
			columns.add(column);
			offset = end(column);
		}
		return List.copyOf(columns);
	}

	private static long end(BinaryColumn column) {
		try {
			return Math.addExact(column.offset(), column.width());
		}
		catch (ArithmeticException ex) {
			throw FitsTrouble.broken("column " + Quoted.of(column.name()) + " ends beyond any file");
		}
	}

	private static long axis(FitsCards cards, int number) {
		return cards.whole("NAXIS" + number, 0, 0, Long.MAX_VALUE);
	}

	/** How many bytes of data follow the header. */
	private static long bytes(FitsCards cards) {
		int axes = (int) cards.whole("NAXIS", 0, 0, MOST_AXES);
		long bits = cards.whole("BITPIX", 8, -64, 64);
		if (axes == 0) {
			return 0;
		}
		try {
			long values = 1;
			for (int i = 1; i <= axes; i++) {
				values = Math.multiplyExact(values, axis(cards, i));
			}
			long all = Math.addExact(values, cards.whole("PCOUNT", 0, 0, Long.MAX_VALUE));
			all = Math.multiplyExact(all, cards.whole("GCOUNT", 1, 0, Long.MAX_VALUE));
			return Math.multiplyExact(all, Math.abs(bits) / 8);
		}
		catch (ArithmeticException ex) {
			throw FitsTrouble.broken("by its NAXIS, PCOUNT and GCOUNT it has more bytes than any file");
		}
	}

}
