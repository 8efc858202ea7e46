package io.exoscout.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cluster would be given.
 *
 * @param text as YAML
 * @param manifests the same, read
 */
record Rendered(String text, List<JsonNode> manifests) {

	private static final Map<List<String>, Rendered> KNOWN = new ConcurrentHashMap<>();

	/**
	 * Renders a kustomization, such as {@code overlays/prod}, with further components.
	 */
	static Rendered of(String kustomization, String... components) {
		List<String> key = Stream.concat(Stream.of(kustomization), Stream.of(components)).toList();
		return KNOWN.computeIfAbsent(key, (parts) -> render(directory(kustomization, List.of(components))));
	}

	private static Rendered render(Path directory) {
		String text = Tools
			.run(Stream.concat(Tools.kustomize().stream(), Stream.of(directory.normalize().toString())).toList(), "");
		List<JsonNode> manifests = new ArrayList<>();
		new Yaml().loadAll(text).forEach((tree) -> manifests.add(JsonMapper.shared().valueToTree(tree)));
		return new Rendered(text, manifests);
	}

	private static Path directory(String kustomization, Collection<String> components) {
		if (components.isEmpty()) {
			return Tools.MANIFESTS.resolve(kustomization);
		}
		Path directory = Path.of("target", "k8s", kustomization + "+" + String.join("+", components));
		Path manifests = Path.of("").toAbsolutePath().resolve(Tools.MANIFESTS).normalize();
		String up = directory.toAbsolutePath().relativize(manifests).toString();
		StringBuilder text = new StringBuilder();
		try {
			Map<String, Object> overlay = new Yaml()
				.load(Files.readString(manifests.resolve(kustomization).resolve("kustomization.yaml")));
			text.append("namespace: " + overlay.get("namespace") + "\n");
			text.append("resources:\n- " + up + "/" + kustomization + "\ncomponents:\n");
			components.forEach((component) -> text.append("- " + up + "/components/" + component + "\n"));
			Files.createDirectories(directory);
			Files.writeString(directory.resolve("kustomization.yaml"), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return directory;
	}

	List<JsonNode> all(String... kinds) {
		return this.manifests.stream().filter((it) -> List.of(kinds).contains(it.path("kind").asString())).toList();
	}

	JsonNode one(String kind, String name) {
		List<JsonNode> found = all(kind).stream().filter((it) -> name(it).equals(name)).toList();
		assertThat(found).as("%s %s", kind, name).hasSize(1);
		return found.get(0);
	}

	/** The six services. */
	List<JsonNode> services() {
		return all("Deployment");
	}

	/** Whatever makes pods. */
	List<JsonNode> workloads() {
		return all("Deployment", "StatefulSet", "CronJob");
	}

	/** The plain settings of the services, as environment variables. */
	Map<String, String> settings() {
		JsonNode data = all("ConfigMap").stream()
			.filter((it) -> name(it).startsWith("exoscout-settings"))
			.findFirst()
			.orElseThrow()
			.path("data");
		return JsonMapper.shared()
			.convertValue(data,
					JsonMapper.shared().getTypeFactory().constructMapType(Map.class, String.class, String.class));
	}

	static String name(JsonNode manifest) {
		return manifest.at("/metadata/name").asString();
	}

	static JsonNode pod(JsonNode workload) {
		return template(workload).path("spec");
	}

	static JsonNode podLabels(JsonNode workload) {
		return template(workload).at("/metadata/labels");
	}

	private static JsonNode template(JsonNode workload) {
		return workload.at("CronJob".equals(workload.path("kind").asString()) ? "/spec/jobTemplate/spec/template"
				: "/spec/template");
	}

	static List<JsonNode> containers(JsonNode workload) {
		return Stream.of("containers", "initContainers")
			.flatMap((kind) -> pod(workload).path(kind).valueStream())
			.toList();
	}

	/** Whether labels have all that a selector's {@code matchLabels} asks for. */
	static boolean matches(JsonNode selector, JsonNode labels) {
		return selector.path("matchLabels")
			.propertyStream()
			.allMatch((wanted) -> wanted.getValue().equals(labels.path(wanted.getKey())));
	}

}
