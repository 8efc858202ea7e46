package io.exoscout.caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RouteRolesTests {

	private static Role needed(String method, String path) {
		return RouteRoles.needed(new MockHttpServletRequest(method, path));
	}

	@ParameterizedTest
	@CsvSource({ "GET, /exo-scout-jobs-api/jobs/a, READER", "HEAD, /exo-scout-jobs-api/jobs/a, READER",
			"DELETE, /exo-scout-jobs-api/jobs/a, ANALYST", "GET, /exo-scout-predictor/audit, ADMIN",
			"HEAD, /exo-scout-predictor/audit, ADMIN", "OPTIONS, /exo-scout-predictor/audit, ADMIN",
			"PUT, /exo-scout-jobs-api/objects/verdict, ANALYST", "POST, /v2/models/a/infer, READER",
			"POST, /get-exoplanets/import, ADMIN" })
	void knowsWhatEachRouteNeeds(String method, String path, Role role) {
		assertThat(needed(method, path)).isEqualTo(role);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /nowhere", "PATCH, /exo-scout-jobs-api/jobs/a", "TRACE, /exo-scout-jobs-api/jobs",
			"post, /exo-scout-orchestrator/inspect", "POST, /exo-scout-orchestrator/inspect/",
			"POST, /EXO-SCOUT-ORCHESTRATOR", "POST, /exo-scout-orchestrator/inspect/more" })
	void whatIsNotThereIsForAdminsUnlessItOnlyLooks(String method, String path) {
		assertThat(needed(method, path)).isEqualTo(Role.ADMIN);
		assertThat(needed("GET", "/nowhere")).isEqualTo(Role.READER);
	}

	@ParameterizedTest
	@CsvSource({ "/exo-scout-predictor/%61udit", "/%65xo-scout-predictor/audit", "/exo-scout-predictor/audit;a=b" })
	void anAddressIsTheSameHoweverItIsWritten(String path) {
		assertThat(needed("GET", path)).isEqualTo(Role.ADMIN);
	}

	@Test
	void aNameThatIsARouteOfItsOwnIsThat() {
		assertThat(RouteRoles.of(new MockHttpServletRequest("GET", "/exo-scout-jobs-api/jobs/events")))
			.hasValueSatisfying((route) -> assertThat(route.template()).isEqualTo("/exo-scout-jobs-api/jobs/events"));
	}

}
