package io.exoscout.problem;

/**
 * What sort of trouble a {@link ProblemException} reports. The web advice turns it into a
 * status, the trainer into "ends in error" or "try again" ({@link #UNAVAILABLE}).
 */
public enum ProblemKind {

	/** Malformed request, parameter or file. */
	INVALID(400, "Bad request"),
	/** No or wrong credentials. */
	UNAUTHORIZED(401, "Unauthorized"),
	/** Known caller, but this is not allowed. */
	FORBIDDEN(403, "Forbidden"),
	/** No such job, model or planet. */
	NOT_FOUND(404, "Not found"),
	/** None of the media types the caller accepts can be given. */
	NOT_ACCEPTABLE(406, "Not acceptable"),
	/** The state of the thing does not allow the request. */
	CONFLICT(409, "Conflict"),
	/** More bytes, columns or characters than the limits allow. */
	TOO_LARGE(413, "Too large"),
	/** Not a media type this address understands. */
	UNSUPPORTED(415, "Unsupported media type"),
	/** Well-formed, but no table (or rows) that can be worked with. */
	UNUSABLE(422, "Unusable table"),
	/**
	 * Database, broker or store can not be reached; the same request may succeed later.
	 */
	UNAVAILABLE(503, "Service unavailable");

	private final int status;

	private final String title;

	ProblemKind(int status, String title) {
		this.status = status;
		this.title = title;
	}

	/** The HTTP status of this kind. */
	public int status() {
		return this.status;
	}

	/** The short, stable summary shown as {@code title} of the problem. */
	public String title() {
		return this.title;
	}

}
