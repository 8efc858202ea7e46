package io.exoscout.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.exoscout.caller.Caller;
import io.exoscout.caller.RequestWitness;
import io.exoscout.caller.RouteRoles;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Problem;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leaves a record of each request that changes something, whatever comes of it, and of
 * each that was refused for want of a right. What only looks leaves none, nor does a
 * direct prediction, which has a record of its own kind.
 */
final class DeedWitness implements RequestWitness {

	/** The parameter with the name of an object that no path can hold. */
	private static final String NAME = "name";

	private final AuditTrail<DeedRecord> trail;

	private final Clock clock;

	DeedWitness(AuditTrail<DeedRecord> trail, Clock clock) {
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public void answered(HttpServletRequest request, HttpServletResponse response, Caller caller,
			@Nullable Throwable failure) {
		int status = status(response, failure);
		boolean changes = RouteRoles.changes(request) || status == HttpServletResponse.SC_ACCEPTED;
		if (!changes && status != HttpServletResponse.SC_FORBIDDEN) {
			return;
		}
		Instant now = this.clock.instant();
		Optional<RouteRoles.Route> route = RouteRoles.of(request);
		this.trail.add(new DeedRecord(RecordId.at(now), now, caller.name(), caller.role().id(), request.getRemoteAddr(),
				Quoted.shortened(request.getMethod()), Quoted.shortened(request.getRequestURI()),
				route.map(RouteRoles.Route::template).orElse(null), target(request, response), status,
				code(request, failure)));
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

	private static @Nullable String target(HttpServletRequest request, HttpServletResponse response) {
		String made = response.getHeader(HttpHeaders.LOCATION);
		if (made != null) {
			return Quoted.shortened(made);
		}
		// not by the request, which would read a form for it
		String query = request.getQueryString();
		String name = (query != null)
				? UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst(NAME) : null;
		return (name != null) ? Quoted.shortened(name) : null;
	}

}
