package io.exoscout.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * Stops the CSV parser from collecting an endless row: a cell of 200 MB is refused while
 * it is read, not once it is in memory.
 */
final class RecordBudget extends FilterReader {

	/** The parser reads ahead by its buffer, so that much may belong to the next row. */
	private static final int READ_AHEAD = 1 << 14;

	private final int maxCharacters;

	private long spent;

	private long line = 1;

	RecordBudget(Reader reader, int maxCharacters) {
		super(reader);
		this.maxCharacters = maxCharacters;
	}

	/** A row was delivered: the next one starts afresh. */
	void renew(long nextLine) {
		this.spent = 0;
		this.line = nextLine;
	}

	@Override
	public int read() throws IOException {
		return spend(super.read(), 1);
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		int count = super.read(target, offset, length);
		return spend(count, count);
	}

	private int spend(int result, int characters) {
		if (result >= 0) {
			this.spent += characters;
			if (this.spent > (long) this.maxCharacters + READ_AHEAD) {
				throw exceeded();
			}
		}
		return result;
	}

	ProblemException exceeded() {
		return new ProblemException(ErrorCode.ROW_TOO_LARGE,
				"The row that begins on line " + this.line + " has more than " + this.maxCharacters
						+ " characters, the limit here; perhaps a quotation mark is not closed.",
				InputError.line(this.line, "row too long"));
	}

}
