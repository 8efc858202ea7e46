package io.exoscout.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * What a caller gets to read when something went wrong: problem details as of RFC 9457,
 * with a code for programs and the trace id for whoever reads the log.
 *
 * @param type names the sort of problem: {@code urn:exoscout:problem:} and the code
 * @param title short summary of that sort
 * @param status HTTP status
 * @param detail the sentence a person reads
 * @param instance path of the request
 * @param code what is wrong, for programs
 * @param error equal to {@code detail}, for clients of the old backend
 * @param errors the offending fields, columns or lines, left out when there are none
 * @param traceId what the log of this request carries
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({ "type", "title", "status", "detail", "instance", "code", "error", "errors", "trace_id" })
public record Problem(String type, String title, int status, String detail, @Nullable String instance, ErrorCode code,
		String error, List<InputError> errors, @JsonProperty("trace_id") @Nullable String traceId) {

	/** The media type of every problem. */
	public static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

	/** Attribute of a request: the names of the parameters it may have, in a set. */
	public static final String PARAMETERS = Problem.class.getName() + ".parameters";

	/** Attribute of a request: the {@link ErrorCode} of the problem it met. */
	public static final String MET = Problem.class.getName() + ".met";

	/**
	 * Attribute of a request whose answer broke off after it had begun, or whose client
	 * went away.
	 */
	public static final String CUT_SHORT = Problem.class.getName() + ".cutShort";

	/**
	 * Seconds after which it makes sense to try again when a dependency was down, or the
	 * caller had too much under way.
	 */
	private static final String RETRY_AFTER = "5";

	static Problem of(ErrorCode code, String detail, List<InputError> errors) {
		return new Problem("urn:exoscout:problem:" + code.id(), code.kind().title(), code.kind().status(), detail, null,
				code, detail, errors, null);
	}

	static Problem of(ErrorCode code, String detail, InputError... errors) {
		return of(code, detail, List.of(errors));
	}

	static Problem of(ProblemException problem) {
		return of(problem.code(), problem.detail(), problem.errors());
	}

	/** The same problem, as met by a request, which remembers it. */
	Problem metBy(HttpServletRequest request) {
		request.setAttribute(MET, this.code);
		return new Problem(this.type, this.title, this.status, this.detail, path(request), this.code, this.error,
				this.errors, TraceFilter.traceId(request));
	}

	/** The same problem with another sentence behind the others. */
	Problem adding(String sentence) {
		String longer = this.detail + " " + sentence;
		return new Problem(this.type, this.title, this.status, longer, this.instance, this.code, longer, this.errors,
				this.traceId);
	}

	/** What belongs into the header of the answer besides its media type. */
	Map<String, String> headers() {
		// nobody knows when jobs are done, or somebody deletes what he has stored
		boolean later = this.status == ProblemKind.UNAVAILABLE.status()
				|| (this.status == ProblemKind.TOO_MANY.status() && this.code != ErrorCode.QUOTA_EXCEEDED);
		return later ? Map.of("Retry-After", RETRY_AFTER) : Map.of();
	}

	/** The path as it was sent; after a dispatch to the error page, the original one. */
	private static @Nullable String path(HttpServletRequest request) {
		Object original = request.getAttribute("jakarta.servlet.error.request_uri");
		String path = (original != null) ? original.toString() : request.getRequestURI();
		return (path != null) ? Quoted.shortened(path) : null;
	}

}
