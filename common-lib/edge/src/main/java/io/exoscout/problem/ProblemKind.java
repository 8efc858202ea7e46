package io.exoscout.problem;

/**
 * What sort of trouble an {@link ErrorCode} stands for. The web advice turns it into a
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
	/** There is something at this address, but not for this method. */
	METHOD_NOT_ALLOWED(405, "Method not allowed"),
	/** None of the media types the caller accepts can be given. */
	NOT_ACCEPTABLE(406, "Not acceptable"),
	/** The caller is too slow. */
	TIMEOUT(408, "Request timeout"),
	/** The state of the thing does not allow the request. */
	CONFLICT(409, "Conflict"),
	/** What the caller says he has seen is not what there is now. */
	PRECONDITION(412, "Precondition failed"),
	/** More bytes, columns or characters than the limits allow. */
	TOO_LARGE(413, "Too large"),
	/** The address is longer than the limits allow. */
	TOO_LONG(414, "URI too long"),
	/** Not a media type this address understands. */
	UNSUPPORTED(415, "Unsupported media type"),
	/** A part of a file that there is not. */
	RANGE(416, "Range not satisfiable"),
	/** Something to be promised first that is not. */
	EXPECTATION(417, "Expectation failed"),
	/** Well-formed, but no table (or rows) that can be worked with. */
	UNUSABLE(422, "Unusable table"),
	/** A model that can not be worked with, or not in the way that is asked for. */
	UNUSABLE_MODEL(422, "Unusable model"),
	/** The caller has to say what he has seen, so that no change is lost. */
	PRECONDITION_REQUIRED(428, "Precondition required"),
	/** The caller has more under way, or tries more often, than one caller may. */
	TOO_MANY(429, "Too many requests"),
	/** A fault of ours. */
	INTERNAL(500, "Internal error"),
	/** The end of a job or a message, and never an answer. */
	FAILED(500, "Job failed"),
	/** A part of HTTP that is not understood here. */
	NOT_IMPLEMENTED(501, "Not implemented"),
	/** The gateway does not reach the service. */
	UNREACHABLE(502, "Bad gateway"),
	/**
	 * Database, broker or store can not be reached; the same request may succeed later.
	 */
	UNAVAILABLE(503, "Service unavailable"),
	/** The gateway got no answer from the service. */
	LATE(504, "Gateway timeout"),
	/** A version of HTTP that is not spoken here. */
	VERSION(505, "HTTP version not supported");

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
