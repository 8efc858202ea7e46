package io.exoscout.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets are named, never written down; settings are those that the services know. */
class SecretTests {

	@ParameterizedTest
	@EnumSource
	void noManifestHoldsASecret(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		assertThat(rendered.all("Secret")).isEmpty();
		assertThat(rendered.text()).doesNotContainPattern("://[^/@\\s]+:[^/@\\s]+@");
		assertThat(environment(rendered))
			.filteredOn((variable) -> variable.path("name").asString().matches(".*(PASS|KEY|TOKEN|SECRET|USER|URI).*"))
			.isNotEmpty()
			.allSatisfy((variable) -> assertThat(variable.has("value")).isFalse());
		assertThat(rendered.settings().keySet()).noneMatch((name) -> name.matches(".*(PASS|KEY|TOKEN|SECRET|URI).*"));
	}

	@ParameterizedTest
	@EnumSource
	void everySecretReferenceIsDocumented(KustomizeOverlay overlay) {
		String readme = text(Tools.MANIFESTS.resolve("README.md"));
		List<JsonNode> references = references(overlay.rendered());
		assertThat(references).isNotEmpty().allSatisfy((reference) -> {
			String name = reference.path("name").asString();
			String key = reference.path("key").asString();
			assertThat(readme).contains("\n`%s` | `%s` | ".formatted(name, key));
		});
	}

	@ParameterizedTest
	@EnumSource
	void everySettingIsOneThatTheServicesKnow(KustomizeOverlay overlay) {
		String documentation = documentation();
		Rendered rendered = overlay.rendered();
		Stream<String> names = Stream.concat(rendered.settings().keySet().stream(),
				environment(rendered).stream().map((variable) -> variable.path("name").asString()));
		assertThat(names.filter((name) -> name.startsWith("EXOSCOUT_"))).isNotEmpty()
			.allSatisfy((name) -> assertThat(documentation).contains("`" + name + "`"));
	}

	@Test
	void everyServiceGetsTheDatabaseAndTheKeys() {
		assertThat(KustomizeOverlay.PROD.rendered().services()).allSatisfy(
				(service) -> assertThat(Rendered.containers(service).get(0).path("env").findValuesAsString("name"))
					.contains("SPRING_MONGODB_URI", "EXOSCOUT_SECURITY_APIKEYS"));
	}

	private static List<JsonNode> environment(Rendered rendered) {
		return rendered.workloads()
			.stream()
			.flatMap((workload) -> Rendered.containers(workload).stream())
			.flatMap((container) -> container.path("env").valueStream())
			.toList();
	}

	/** Wherever a manifest points into a secret. */
	private static List<JsonNode> references(Rendered rendered) {
		return Stream.of("secretKeyRef", "secretTargetRef", "credentials")
			.flatMap((field) -> rendered.manifests().stream().flatMap((it) -> it.findValues(field).stream()))
			.flatMap((found) -> found.isArray() ? found.valueStream() : Stream.of(found))
			.toList();
	}

	private static String documentation() {
		try (Stream<Path> modules = Files.list(Path.of(".."))) {
			return Stream
				.concat(Stream.of(Path.of("..", "docs", "configuration.md")),
						modules.map((module) -> module.resolve("README.md")).filter(Files::exists))
				.map(SecretTests::text)
				.reduce("", String::concat);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
