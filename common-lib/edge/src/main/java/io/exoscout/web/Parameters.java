package io.exoscout.web;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** What several services ask of the parameters of a request. */
public final class Parameters {

	private static final int MAX_LIMIT = 200;

	private Parameters() {
	}

	/**
	 * Checks the length of a page.
	 * @param limit how many entries are asked for
	 * @return the same
	 * @throws ProblemException {@code INVALID} outside 1 to 200
	 */
	public static int limit(int limit) {
		return limit(limit, MAX_LIMIT);
	}

	/**
	 * Checks the length of a page.
	 * @param limit how many entries are asked for
	 * @param most how many may be
	 * @return the same
	 * @throws ProblemException {@code INVALID} outside 1 to {@code most}
	 */
	public static int limit(int limit, int most) {
		if (limit < 1 || limit > most) {
			throw ProblemException.invalidParameter("limit", "limit is %d; accepted is 1 to %d".formatted(limit, most));
		}
		return limit;
	}

	/**
	 * Checks that a table was sent.
	 * @param file the part {@code file}, if there is one
	 * @return the same
	 * @throws ProblemException {@code INVALID} (code {@code missing_file}) if there is
	 * none
	 */
	public static MultipartFile file(@Nullable MultipartFile file) {
		if (file == null) {
			String detail = "The request has no file; send the table as multipart field 'file', with a file name";
			throw new ProblemException(ErrorCode.MISSING_FILE, detail, InputError.field("file", detail));
		}
		return file;
	}

}
