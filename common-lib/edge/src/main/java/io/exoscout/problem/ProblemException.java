package io.exoscout.problem;

import java.util.List;

/**
 * Something the caller should hear about in words. The text names the offending value and
 * what would be accepted; it never holds a class name, path or secret.
 */
public class ProblemException extends RuntimeException {

	private final ErrorCode code;

	private final List<InputError> errors;

	/**
	 * A problem to report.
	 * @param code what is wrong; decides the HTTP status and whether trying again makes
	 * sense
	 * @param detail the sentence a person reads
	 * @param errors the offending fields, columns or lines, if they can be named
	 */
	public ProblemException(ErrorCode code, String detail, List<InputError> errors) {
		super(detail);
		this.code = code;
		this.errors = List.copyOf(errors);
	}

	public ProblemException(ErrorCode code, String detail, InputError... errors) {
		this(code, detail, List.of(errors));
	}

	/**
	 * A parameter of a request that can not be accepted.
	 * @param name the parameter
	 * @param detail the sentence a person reads
	 * @return a problem with code {@code invalid_parameter}
	 */
	public static ProblemException invalidParameter(String name, String detail) {
		return new ProblemException(ErrorCode.INVALID_PARAMETER, detail, InputError.field(name, detail));
	}

	/**
	 * A field of what was sent that can not be accepted.
	 * @param field the field, with the path to it
	 * @param detail the sentence a person reads
	 * @return a problem with code {@code invalid_input}
	 */
	public static ProblemException invalidField(String field, String detail) {
		return new ProblemException(ErrorCode.INVALID_INPUT, detail, InputError.field(field, detail));
	}

	/**
	 * The same problem, with what caused it kept for the log.
	 * @param cause what went wrong underneath; never shown to the caller
	 * @return this exception
	 */
	public ProblemException causedBy(Throwable cause) {
		initCause(cause);
		return this;
	}

	/**
	 * What made something fail, where that is known better than by what was thrown: bytes
	 * that are damaged make no sense to whoever reads them, and who closes them says why.
	 * @param thrown what was thrown
	 * @return a problem with code {@code stored_bytes_damaged} that was met on the way,
	 * or what was thrown
	 */
	public static Throwable behind(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			for (Throwable met : cause.getSuppressed()) {
				if (behind(met) instanceof ProblemException problem
						&& problem.code() == ErrorCode.STORED_BYTES_DAMAGED) {
					return problem;
				}
			}
			if (cause instanceof ProblemException problem && problem.code() == ErrorCode.STORED_BYTES_DAMAGED) {
				return problem;
			}
		}
		return thrown;
	}

	public ProblemKind kind() {
		return this.code.kind();
	}

	public ErrorCode code() {
		return this.code;
	}

	/** The sentence a person reads. */
	public String detail() {
		return String.valueOf(getMessage());
	}

	public List<InputError> errors() {
		return this.errors;
	}

}
