package io.exoscout.problem;

import java.util.List;

/**
 * Something the caller should hear about in words. The text names the offending value and
 * what would be accepted; it never holds a class name, path or secret.
 */
public class ProblemException extends RuntimeException {

	private final ProblemKind kind;

	private final String code;

	private final List<InputError> errors;

	/**
	 * A problem to report.
	 * @param kind decides the HTTP status and whether trying again makes sense
	 * @param code a stable snake_case word that programs may depend on
	 * @param detail the sentence a person reads
	 * @param errors the offending fields, columns or lines, if they can be named
	 */
	public ProblemException(ProblemKind kind, String code, String detail, List<InputError> errors) {
		super(detail);
		this.kind = kind;
		this.code = code;
		this.errors = List.copyOf(errors);
	}

	public ProblemException(ProblemKind kind, String code, String detail, InputError... errors) {
		this(kind, code, detail, List.of(errors));
	}

	/**
	 * A parameter of a request that can not be accepted.
	 * @param name the parameter
	 * @param detail the sentence a person reads
	 * @return a problem of kind {@code INVALID} with code {@code invalid_parameter}
	 */
	public static ProblemException invalidParameter(String name, String detail) {
		return new ProblemException(ProblemKind.INVALID, "invalid_parameter", detail, InputError.field(name, detail));
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

	public ProblemKind kind() {
		return this.kind;
	}

	public String code() {
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
