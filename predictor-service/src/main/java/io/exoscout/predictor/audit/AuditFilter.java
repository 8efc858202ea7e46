package io.exoscout.predictor.audit;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;

import io.exoscout.audit.AuditTrail;
import io.exoscout.audit.RecordId;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Problem;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has a record of each request for predictions, whatever comes of it. Stands behind
 * security: whoever may not ask leaves none.
 */
final class AuditFilter extends OncePerRequestFilter {

	private static final String PREDICTIONS = "/exo-scout-predictor";

	private static final String INFER = "/infer";

	private static final String JOB_MODE = "job";

	private final AuditTrail<AuditRecord> trail;

	private final Clock clock;

	AuditFilter(AuditTrail<AuditRecord> trail, Clock clock) {
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !HttpMethod.POST.matches(request.getMethod()) || !(path.equals(PREDICTIONS) || path.endsWith(INFER));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		AuditedRequest audited = AuditedRequest.begin(request);
		Instant time = this.clock.instant();
		long began = System.nanoTime();
		Throwable failure = null;
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error ex) {
			failure = ex;
			throw ex;
		}
		finally {
			this.trail.add(record(request, response, audited, time, System.nanoTime() - began, failure));
		}
	}

	private static AuditRecord record(HttpServletRequest request, HttpServletResponse response, AuditedRequest audited,
			Instant time, long nanos, @Nullable Throwable failure) {
		Principal caller = request.getUserPrincipal();
		int status = status(response, failure);
		boolean cut = request.getAttribute(Problem.CUT_SHORT) != null || (failure != null && response.isCommitted());
		AuditOutcome outcome = cut ? AuditOutcome.CUT_SHORT : AuditOutcome.of(status, isJob(request));
		return new AuditRecord(RecordId.at(time), time, (caller != null) ? caller.getName() : null,
				Quoted.shortened(request.getRequestURI()), audited.modelId(), audited.modelSha256(),
				audited.tableSha256(), audited.rows(), outcome.id(), status, code(request, failure), nanos / 1000 / 1e3,
				audited.jobId());
	}

	private static boolean isJob(HttpServletRequest request) {
		return JOB_MODE.equals(request.getParameter("mode"));
	}

	/** What failed here gets its answer further outside. */
	private static int status(HttpServletResponse response, @Nullable Throwable failure) {
		if (failure == null || response.isCommitted()) {
			return response.getStatus();
		}
		return (failure instanceof ProblemException problem) ? problem.kind().status()
				: HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
	}

	private static @Nullable String code(HttpServletRequest request, @Nullable Throwable failure) {
		if (failure instanceof ProblemException problem) {
			return problem.code().id();
		}
		return (request.getAttribute(Problem.MET) instanceof ErrorCode code) ? code.id() : null;
	}

}
