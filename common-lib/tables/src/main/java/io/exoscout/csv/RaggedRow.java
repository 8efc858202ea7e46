package io.exoscout.csv;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/** A row that has not as many cells as the header. */
public final class RaggedRow extends ProblemException {

	public RaggedRow(long line, int found, int expected) {
		this(line, found, expected, "");
	}

	public RaggedRow(long line, int found, int expected, String why) {
		super(ErrorCode.RAGGED_ROW, "Line " + line + " has " + found + " cells; the header has " + expected + "." + why,
				InputError.line(line, "expected " + expected + " cells, found " + found));
	}

}
