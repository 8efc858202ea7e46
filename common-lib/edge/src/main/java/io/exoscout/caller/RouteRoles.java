package io.exoscout.caller;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role each route needs: the one place that says so. Addresses are understood as
 * those who answer understand them, so that none is guarded under one name and answered
 * under another. What stands in no line is for readers if it only looks, and for admins
 * if it does anything else. Whose a thing is, is asked by whoever changes it.
 */
public final class RouteRoles {

	private static final String TABLE = """
			reader  GET    /exo-scout-orchestrator/options
			reader  POST   /exo-scout-orchestrator/inspect
			analyst POST   /exo-scout-orchestrator

			reader  GET    /exo-scout-jobs-api/jobs
			reader  GET    /exo-scout-jobs-api/jobs/events
			reader  GET    /exo-scout-jobs-api/jobs/{id}
			reader  GET    /exo-scout-jobs-api/jobs/{id}/candidates
			reader  GET    /exo-scout-jobs-api/jobs/{id}/candidates/{object}
			reader  GET    /exo-scout-jobs-api/jobs/{id}/cone
			reader  GET    /exo-scout-jobs-api/jobs/{id}/events
			reader  GET    /exo-scout-jobs-api/jobs/{id}/judged
			reader  GET    /exo-scout-jobs-api/jobs/{id}/object
			reader  GET    /exo-scout-jobs-api/jobs/{id}/objects
			reader  GET    /exo-scout-jobs-api/jobs/{id}/result
			analyst POST   /exo-scout-jobs-api/jobs/{id}/cancel
			analyst POST   /exo-scout-jobs-api/jobs/{id}/retry
			analyst PUT    /exo-scout-jobs-api/jobs/{id}/kept
			analyst DELETE /exo-scout-jobs-api/jobs/{id}/kept
			analyst DELETE /exo-scout-jobs-api/jobs/{id}
			reader  GET    /exo-scout-jobs-api/objects
			reader  GET    /exo-scout-jobs-api/objects/verdict
			reader  GET    /exo-scout-jobs-api/objects/verdicts
			reader  GET    /exo-scout-jobs-api/objects/{name}/verdict
			analyst PUT    /exo-scout-jobs-api/objects/verdict
			analyst PUT    /exo-scout-jobs-api/objects/{name}/verdict
			analyst DELETE /exo-scout-jobs-api/objects/verdict
			analyst DELETE /exo-scout-jobs-api/objects/{name}/verdict
			reader  GET    /exo-scout-jobs-api/usage
			reader  GET    /exo-scout-jobs-api/workers
			admin   GET    /exo-scout-jobs-api/audit
			reader  GET    /ws/{client_id}

			reader  POST   /exo-scout-predictor
			reader  POST   /exo-scout-predictor/features
			admin   GET    /exo-scout-predictor/audit
			reader  GET    /exo-scout-predictor/models
			reader  GET    /exo-scout-predictor/models/compare
			reader  GET    /exo-scout-predictor/models/{id}
			reader  GET    /exo-scout-predictor/models/{id}/download
			reader  GET    /exo-scout-predictor/models/{id}/inputs
			reader  GET    /exo-scout-predictor/models/{id}/onnx
			reader  POST   /exo-scout-predictor/models/{id}/profile
			analyst POST   /exo-scout-predictor/models
			analyst DELETE /exo-scout-predictor/models/{id}
			reader  GET    /exo-scout-predictor/models/aliases
			reader  GET    /exo-scout-predictor/models/aliases/{alias}
			analyst PUT    /exo-scout-predictor/models/aliases/{alias}
			analyst DELETE /exo-scout-predictor/models/aliases/{alias}
			reader  GET    /v2
			reader  GET    /v2/health/live
			reader  GET    /v2/health/ready
			reader  GET    /v2/models/{name}
			reader  GET    /v2/models/{name}/ready
			reader  GET    /v2/models/{name}/versions/{version}
			reader  GET    /v2/models/{name}/versions/{version}/ready
			reader  POST   /v2/models/{name}/infer
			reader  POST   /v2/models/{name}/versions/{version}/infer

			reader  POST   /exo-scout-lightcurves/inspect
			analyst POST   /exo-scout-lightcurves
			reader  GET    /exo-scout-lightcurves
			reader  GET    /exo-scout-lightcurves/batches/{id}
			reader  GET    /exo-scout-lightcurves/batches/{id}/result
			analyst POST   /exo-scout-lightcurves/batches/{id}/cancel
			reader  GET    /exo-scout-lightcurves/jobs/{id}/result
			reader  GET    /exo-scout-lightcurves/jobs/{id}/plots/{plot}

			reader  GET    /get-exoplanets
			reader  GET    /get-exoplanets/cone
			reader  GET    /get-exoplanets/{id}
			analyst POST   /save-exoplanet
			analyst DELETE /get-exoplanets/{id}
			admin   POST   /get-exoplanets/import

			analyst POST   /exo-scout-series/train
			reader  POST   /exo-scout-series/predict
			reader  POST   /exo-scout-series/whiten
			reader  POST   /exo-scout-series/ephemeris
			reader  GET    /exo-scout-series/model/info
			reader  GET    /exo-scout-series/models
			analyst DELETE /exo-scout-series/models/{id}
			reader  GET    /exo-scout-series/collections
			analyst POST   /exo-scout-series/collections/{name}
			analyst DELETE /exo-scout-series/collections/{name}
			reader  GET    /exo-scout-series/database/test
			reader  GET    /exo-scout-series/health
			reader  GET    /exo-scout-streams
			reader  GET    /exo-scout-streams/{id}
			reader  GET    /exo-scout-streams/{id}/drifts
			reader  GET    /exo-scout-streams/{id}/metrics
			reader  GET    /exo-scout-streams/{id}/metrics/events
			reader  GET    /exo-scout-streams/{id}/snapshots
			reader  POST   /exo-scout-streams/{id}/predict
			analyst POST   /exo-scout-streams
			analyst POST   /exo-scout-streams/{id}/events
			analyst POST   /exo-scout-streams/{id}/labels
			analyst POST   /exo-scout-streams/{id}/replay
			analyst POST   /exo-scout-streams/{id}/pause
			analyst POST   /exo-scout-streams/{id}/resume
			analyst POST   /exo-scout-streams/{id}/snapshot
			analyst POST   /exo-scout-streams/{id}/rollback
			analyst DELETE /exo-scout-streams/{id}
			analyst DELETE /exo-scout-streams/{id}/replay
			analyst DELETE /exo-scout-streams/{id}/snapshots/{seq}
			analyst POST   /predict-and-train
			""";

	private static final List<Route> ROUTES = TABLE.lines()
		.filter((line) -> !line.isBlank())
		.map(Route::of)
		.sorted(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
		.toList();

	private RouteRoles() {
	}

	/**
	 * A line of the table.
	 *
	 * @param role who may
	 * @param method do this
	 * @param pattern where
	 */
	public record Route(Role role, String method, PathPattern pattern) {

		private static Route of(String line) {
			String[] words = line.split(" +");
			return new Route(Role.of(words[0]).orElseThrow(), words[1],
					PathPatternParser.defaultInstance.parse(words[2]));
		}

		/** The address as the API documents write it. */
		public String template() {
			return this.pattern.getPatternString();
		}

		boolean is(String method, PathContainer path) {
			return this.method.equals(method) && this.pattern.matches(path);
		}

	}

	/** All that stand in the table. */
	public static List<Route> all() {
		return ROUTES;
	}

	/** The route that a request takes, if it is one of the table. */
	public static Optional<Route> of(HttpServletRequest request) {
		RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
				? ServletRequestPathUtils.getParsedRequestPath(request)
				: ServletRequestPathUtils.parseAndCache(request);
		String method = looks(request) ? HttpMethod.GET.name() : request.getMethod();
		return ROUTES.stream().filter((route) -> route.is(method, path.pathWithinApplication())).findFirst();
	}

	/** The role that a request needs. */
	public static Role needed(HttpServletRequest request) {
		return of(request).map(Route::role).orElse(looks(request) ? Role.READER : Role.ADMIN);
	}

	/** Whether a request is there to change something. */
	public static boolean changes(HttpServletRequest request) {
		return !looks(request) && needed(request).includes(Role.ANALYST);
	}

	/** Whether it is a request that changes nothing, whatever it is sent to. */
	private static boolean looks(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())
				|| HttpMethod.OPTIONS.matches(request.getMethod());
	}

}
