package io.exoscout.web;

import java.util.Map;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.multipart.MultipartFile;

/** What several services ask of the parameters of a request. */
public final class Parameters {

	private static final int MAX_LIMIT = 200;

	private static final int MAX_CHARACTERS = 100_000;

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

	/**
	 * Reads what a job is asked to do.
	 * @param params a JSON object, as it was sent
	 * @param example of one, for whoever sent something else
	 * @return its members
	 * @throws ProblemException {@code PARAMS_TOO_LARGE} beyond 100,000 characters,
	 * {@code MALFORMED_PARAMS} if it is no object
	 */
	public static Map<String, Object> object(JsonMapper json, String params, String example) {
		if (params.length() > MAX_CHARACTERS) {
			throw new ProblemException(ErrorCode.PARAMS_TOO_LARGE,
					"params has %d characters; at most %d".formatted(params.length(), MAX_CHARACTERS));
		}
		try {
			Map<String, Object> given = json.readValue(params, new TypeReference<Map<String, Object>>() {
			});
			if (given != null) {
				return given;
			}
		}
		catch (JacksonException ex) {
			throw malformed(params, example).causedBy(ex);
		}
		throw malformed(params, example);
	}

	private static ProblemException malformed(String params, String example) {
		String detail = "params is no JSON object: '%s'; expected for example %s".formatted(Quoted.shortened(params),
				example);
		return new ProblemException(ErrorCode.MALFORMED_PARAMS, detail, InputError.field("params", detail));
	}

}
