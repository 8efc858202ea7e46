package io.exoscout.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers with a problem when a filter behind it fails. Where the answer has begun, the
 * connection is closed instead: what was cut short must not look complete.
 */
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
			if (request.getAttribute(ProblemAdvice.CUT_SHORT) != null) {
				request.removeAttribute(ProblemAdvice.CUT_SHORT);
				throw new CloseNowException("the answer was cut short");
			}
		}
		catch (IOException | ServletException | RuntimeException exception) {
			if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(exception)) {
				throw exception;
			}
			Problem problem = ProblemTranslation.of(exception);
			ProblemAdvice.report(problem.metBy(request), exception);
			response.resetBuffer();
			this.writer.write(request, response, problem);
		}
	}

}
