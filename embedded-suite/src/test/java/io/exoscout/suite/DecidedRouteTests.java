package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.caller.Role;
import io.exoscout.caller.RouteRoles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** That somebody has decided who may do what: of each route that is promised. */
class DecidedRouteTests {

	private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch", "head", "options");

	private static TreeSet<String> promised() throws IOException {
		TreeSet<String> routes = new TreeSet<>();
		try (Stream<Path> documents = Files.list(Path.of("..", "docs", "openapi"))) {
			for (Path document : documents.toList()) {
				JsonNode paths = new JsonMapper().readTree(Files.readString(document)).get("paths");
				paths.properties()
					.forEach((path) -> path.getValue()
						.propertyNames()
						.stream()
						.filter(VERBS::contains)
						.forEach((verb) -> routes.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
			}
		}
		return routes;
	}

	@Test
	void eachRouteOfTheDocumentsHasARoleAndNoneIsMadeUp() throws IOException {
		TreeSet<String> decided = new TreeSet<>();
		RouteRoles.all().forEach((route) -> decided.add(route.method() + " " + route.template()));
		assertThat(promised()).hasSizeGreaterThan(50).isEqualTo(decided);
	}

	@Test
	void whatDeletesOrPutsIsForNoReader() {
		assertThat(RouteRoles.all())
			.filteredOn((route) -> route.method().equals("DELETE") || route.method().equals("PUT"))
			.isNotEmpty()
			.noneMatch((route) -> route.role() == Role.READER);
	}

}
