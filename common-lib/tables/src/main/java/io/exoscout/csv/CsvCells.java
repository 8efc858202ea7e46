package io.exoscout.csv;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The cells of one record, trimmed. They are slices of the text that was read, and become
 * strings and numbers only where they are asked for; a number is read once. Whoever keeps
 * a few of many for long should copy them, since the text is kept with them. Two threads
 * may not read the numbers at once.
 */
public final class CsvCells extends AbstractList<String> implements RandomAccess {

	/** Of a cell whose number was not read; no number is parsed to these bits. */
	private static final int UNREAD = 0x7fc0_0bad;

	private final char[] text;

	/** Where each cell begins, and where it ends. */
	private final int[] bounds;

	private float[] numbers = {};

	CsvCells(char[] text, int[] bounds) {
		this.text = text;
		this.bounds = bounds;
	}

	/** The same of cells at hand. */
	public static CsvCells of(List<String> cells) {
		int[] bounds = new int[2 * cells.size()];
		int at = 0;
		for (int i = 0; i < cells.size(); i++) {
			bounds[2 * i] = at;
			at += cells.get(i).length();
			bounds[2 * i + 1] = at;
		}
		return new CsvCells(String.join("", cells).toCharArray(), bounds);
	}

	@Override
	public String get(int cell) {
		int length = length(cell);
		return (length == 0) ? "" : new String(this.text, this.bounds[2 * cell], length);
	}

	@Override
	public int size() {
		return this.bounds.length >> 1;
	}

	/** How many characters a cell has. */
	public int length(int cell) {
		return this.bounds[2 * cell + 1] - this.bounds[2 * cell];
	}

	/** How many all cells have. */
	public long characters() {
		long characters = 0;
		for (int i = 0; i < size(); i++) {
			characters += length(i);
		}
		return characters;
	}

	/** Whether no cell has any. */
	boolean blank() {
		for (int i = 0; i < this.bounds.length; i += 2) {
			if (this.bounds[i] != this.bounds[i + 1]) {
				return false;
			}
		}
		return true;
	}

	/** What a cell is as a number, see {@link Numbers#parse}. */
	public float number(int cell) {
		if (this.numbers.length == 0) {
			this.numbers = new float[size()];
			Arrays.fill(this.numbers, Float.intBitsToFloat(UNREAD));
		}
		float number = this.numbers[cell];
		if (Float.floatToRawIntBits(number) == UNREAD) {
			number = Numbers.parse(this.text, this.bounds[2 * cell], this.bounds[2 * cell + 1]);
			this.numbers[cell] = number;
		}
		return number;
	}

	/** Takes the blanks off all cells that have any. */
	void strip() {
		for (int i = 0; i < this.bounds.length; i += 2) {
			int start = this.bounds[i];
			int stop = this.bounds[i + 1];
			while (start < stop && isBlank(this.text[start])) {
				start++;
			}
			while (stop > start && isBlank(this.text[stop - 1])) {
				stop--;
			}
			this.bounds[i] = start;
			this.bounds[i + 1] = stop;
		}
	}

	/** Whether a character is a blank, as {@link Character#isWhitespace} has it. */
	static boolean isBlank(char c) {
		return (c <= ' ' || c >= '\u1680') && Character.isWhitespace(c);
	}

}
