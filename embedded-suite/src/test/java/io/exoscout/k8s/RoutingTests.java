package io.exoscout.k8s;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.exoscout.gateway.PageSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** Which request reaches which service. */
class RoutingTests {

	/** Packages of controllers, and the services they run in. */
	private static final Map<String, String> SERVICES = Map.of("orchestrator", "orchestrator-service", "jobs",
			"jobs-service", "predictor", "predictor-service", "searcher", "transit-service", "catalog",
			"exoplanet-catalog-service", "forecast", "series-service", "streams", "stream-service");

	/** What the documents of a package are called, where that is not its name. */
	private static final Map<String, String> DOCUMENTS = Map.of("forecast", "series", "searcher", "lightcurves");

	@ParameterizedTest
	@EnumSource
	void ingressRoutesEveryPathOfTheApi(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		Map<String, String> paths = pathsOfTheApi();
		assertThat(paths).hasSizeGreaterThan(10)
			.containsEntry("/exo-scout-orchestrator/inspect", "orchestrator-service")
			.containsEntry("/get-exoplanets/{id}", "exoplanet-catalog-service")
			.containsEntry("/exo-scout-series/train", "series-service");
		paths.forEach((path, service) -> assertThat(serviceFor(rendered, path)).as(path).isEqualTo(service));
		assertThat(serviceFor(rendered, "/health")).isEqualTo("jobs-service");
	}

	@ParameterizedTest
	@EnumSource
	void ingressRoutesNothingElse(KustomizeOverlay overlay) {
		for (String path : List.of("/actuator", "/actuator/prometheus", "/healthy", "/error", "/v3/api-docs",
				"/theme.js.map")) {
			assertThat(serviceFor(overlay.rendered(), path)).as(path).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource
	void ingressRoutesThePageAndTheDocuments(KustomizeOverlay overlay) throws IOException {
		for (String address : PageSources.addresses()) {
			String path = address.replaceFirst("\\?.*", "");
			// what there is not, the ingress controller says itself
			String service = path.equals("/404/") ? null : "jobs-service";
			assertThat(serviceFor(overlay.rendered(), path)).as(path).isEqualTo(service);
		}
		for (String path : List.of("/docs", "/swagger-ui/index.html", "/v3/api-docs/swagger-config")) {
			assertThat(serviceFor(overlay.rendered(), path)).as(path).isEqualTo("jobs-service");
		}
		SERVICES.forEach((name,
				service) -> assertThat(
						serviceFor(overlay.rendered(), "/v3/api-docs/" + DOCUMENTS.getOrDefault(name, name)))
					.isEqualTo(service));
	}

	@ParameterizedTest
	@EnumSource
	void everyServicePortIsOneThatItsPodsListenOn(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		assertThat(rendered.all("Service")).hasSizeGreaterThanOrEqualTo(4).allSatisfy((service) -> {
			JsonNode labels = service.at("/spec/selector");
			List<JsonNode> pods = rendered.workloads()
				.stream()
				.filter((it) -> labels.propertyStream()
					.allMatch((label) -> label.getValue().equals(Rendered.podLabels(it).path(label.getKey()))))
				.toList();
			assertThat(pods).as(Rendered.name(service)).hasSize(1);
			assertThat(Rendered.containers(pods.get(0)).get(0).path("ports").findValuesAsString("name"))
				.containsAll(service.at("/spec/ports").findValuesAsString("targetPort"));
		});
	}

	@ParameterizedTest
	@EnumSource
	void containerPortsAreThoseOfTheSettings(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		assertThat(rendered.services()).allSatisfy((service) -> {
			assertThat(port(service, "management")).isEqualTo(rendered.settings().get("MANAGEMENT_SERVER_PORT"));
			if (SERVICES.containsValue(Rendered.name(service))) {
				assertThat(port(service, "http")).isEqualTo(rendered.settings().get("SERVER_PORT"));
			}
		});
	}

	@Test
	void bodyLimitOfTheIngressLetsTheLargestUploadThrough() {
		JsonNode limit = KustomizeOverlay.PROD.rendered()
			.one("Ingress", "exoscout")
			.at("/metadata/annotations")
			.path("nginx.ingress.kubernetes.io/proxy-body-size");
		// exoscout.upload.max-size is 256 MB, to which a form adds its own lines
		assertThat(Integer.parseInt(limit.asString().replace("m", ""))).isBetween(257, 300);
	}

	private static String port(JsonNode service, String name) {
		return Rendered.containers(service)
			.get(0)
			.path("ports")
			.valueStream()
			.filter((port) -> port.path("name").asString().equals(name))
			.map((port) -> port.path("containerPort").asString())
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The service an ingress controller passes a request to: the longest path that fits.
	 */
	private static String serviceFor(Rendered rendered, String path) {
		return rendered.one("Ingress", "exoscout")
			.at("/spec/rules/0/http/paths")
			.valueStream()
			.filter(fits(path))
			.max(Comparator.comparingInt((route) -> route.path("path").asString().length()))
			.map((route) -> route.at("/backend/service/name").asString())
			.orElse(null);
	}

	private static Predicate<JsonNode> fits(String path) {
		return (route) -> {
			String own = route.path("path").asString();
			boolean prefix = route.path("pathType").asString().equals("Prefix");
			return path.equals(own) || prefix && path.startsWith(own.endsWith("/") ? own : own + "/");
		};
	}

	/** What the controllers say they answer, and the service that has them. */
	private static Map<String, String> pathsOfTheApi() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		Map<String, String> paths = new TreeMap<>();
		SERVICES.forEach((name, service) -> scanner.findCandidateComponents("io.exoscout." + name)
			.stream()
			.map((bean) -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
			.flatMap(RoutingTests::paths)
			.forEach((path) -> paths.put(path, service)));
		return paths;
	}

	private static Stream<String> paths(Class<?> controller) {
		RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
		List<String> roots = (own != null) ? List.of(own.path()) : List.of("");
		return Stream.of(controller.getDeclaredMethods())
			.map((method) -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
			.filter((mapping) -> mapping != null)
			.flatMap((mapping) -> (mapping.path().length > 0) ? Stream.of(mapping.path()) : Stream.of(""))
			.flatMap((path) -> roots.stream().map((root) -> root + path));
	}

}
