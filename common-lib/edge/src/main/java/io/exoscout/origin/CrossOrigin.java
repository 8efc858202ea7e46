package io.exoscout.origin;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets browsers call from our own page and from the allowed origins, and turns the rest
 * away with a problem, plain form posts included: while nobody has to log in, those are
 * all that another site needs.
 */
public final class CrossOrigin extends DefaultCorsProcessor {

	private final ProblemWriter problems;

	public CrossOrigin(ProblemWriter problems) {
		this.problems = problems;
	}

	/** What pages of other origins may do. */
	public static CorsConfiguration rules(CorsSettings settings) {
		CorsConfiguration rules = new CorsConfiguration();
		rules.setAllowedOrigins(settings.allowedOrigins());
		rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
		rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
		rules.setExposedHeaders(List.of("Location", "Link", "ETag", "Retry-After", "X-Trace-Id", "Content-Disposition",
				"X-Model-Id", "X-Partial-Table", "X-Information", "X-Expected-Accuracy", "X-Absent-Columns", "X-Drift",
				"X-Drift-Psi", "X-Outside-Range", "X-Drift-Features", "X-Threshold", "X-Expected-Recall",
				"X-Expected-Precision", "X-Notes", "X-Total-Count", "X-Missing-Targets"));
		rules.setMaxAge(Duration.ofMinutes(30));
		return rules;
	}

	@Override
	public boolean processRequest(@Nullable CorsConfiguration rules, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (super.processRequest(rules, request, response)) {
			return true;
		}
		this.problems.write(request, response,
				new ProblemException(ErrorCode.ORIGIN_NOT_ALLOWED,
						"Pages of this origin may not call this service, or not in this way;"
								+ " allowed origins are listed in exoscout.cors.allowed-origins."));
		return false;
	}

	/** Said in {@link #processRequest} instead, where the request is at hand. */
	@Override
	protected void rejectRequest(ServerHttpResponse response) {
	}

}
