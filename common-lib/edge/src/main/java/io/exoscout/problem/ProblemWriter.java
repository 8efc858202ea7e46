package io.exoscout.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is at work: in filters and in the container. */
public record ProblemWriter(JsonMapper json) {

	/**
	 * Answers a request with a problem.
	 * @param request what was asked
	 * @param response where the answer goes; headers set before are kept
	 * @param problem what to say
	 * @throws IOException if the client is gone
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
			throws IOException {
		write(request, response, Problem.of(problem));
	}

	/**
	 * Answers a request that no filter has seen, and none will see.
	 * @param request what was asked
	 * @param response where the answer goes
	 * @param problem what to say
	 * @throws IOException if the client is gone
	 */
	public void writeBare(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
			throws IOException {
		writeBare(request, response, Problem.of(problem));
	}

	void writeBare(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		response.setHeader(TraceFilter.HEADER, TraceFilter.traceId(request));
		response.setHeader("X-Content-Type-Options", "nosniff");
		write(request, response, problem);
	}

	void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		byte[] body = this.json.writeValueAsBytes(problem.metBy(request));
		response.setStatus(problem.status());
		response.setContentType(Problem.MEDIA_TYPE.toString());
		response.setContentLength(body.length);
		problem.headers().forEach(response::setHeader);
		response.getOutputStream().write(body);
	}

}
