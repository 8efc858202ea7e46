package io.exoscout.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers with a problem when a filter behind it fails. */
class ProblemFilter extends OncePerRequestFilter {

	private final ProblemWriter writer;

	ProblemFilter(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException exception) {
			if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(exception)) {
				throw exception;
			}
			Problem problem = Translation.of(exception);
			ProblemAdvice.report(problem.metBy(request), exception);
			response.resetBuffer();
			this.writer.write(request, response, problem);
		}
	}

}
