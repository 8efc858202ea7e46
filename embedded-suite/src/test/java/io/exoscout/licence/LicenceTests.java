package io.exoscout.licence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.k8s.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What ships of others, and whether we may; {@code make licences} writes the page. */
class LicenceTests {

	private static final Path PAGE = Path.of("..", "docs", "licences.md");

	private static final String BEGIN = "<!-- from here on made by make licences -->\n";

	/**
	 * Not permissive, and taken on purpose: as jars of their own, unchanged, which their
	 * licences allow everybody.
	 */
	private static final List<String> TAKEN = List.of("ch.qos.logback:logback-classic", "ch.qos.logback:logback-core",
			"com.h2database:h2", "jakarta.annotation:jakarta.annotation-api", "uk.ac.starlink:stil");

	@BeforeAll
	static void thereIsABill() {
		Tools.need(Files.exists(Libraries.BILL),
				"There is no bill of materials: Maven makes it when it is online, without -o");
	}

	@Test
	void billNamesEveryJarWithVersionAndDigest() {
		List<JsonNode> jars = Libraries.bill().get("components").valueStream().toList();
		assertThat(jars).hasSizeGreaterThan(100).allSatisfy((jar) -> {
			assertThat(jar.get("purl").asString()).startsWith("pkg:maven/" + jar.get("group").asString() + "/")
				.contains("@" + jar.get("version").asString());
			if (!jar.get("group").asString().equals("io.exoscout")) {
				assertThat(jar.get("hashes").findValuesAsString("alg")).contains("SHA-256");
			}
		});
		assertThat(Libraries.jars()).extracting(Library::name)
			.contains("org.springframework:spring-core", "com.rabbitmq:amqp-client", "com.h2database:h2");
	}

	@Test
	void billIsTheSameForTheSameSources() {
		assertThat(Libraries.bill().get("metadata").has("timestamp")).isFalse();
	}

	@Test
	void everyLicenceIsPermissiveOrTakenOnPurpose() {
		assertThat(Stream.concat(Libraries.jars().stream(), Libraries.packages().stream())
			.filter((library) -> !library.isPermissive())).extracting(Library::name)
			.containsExactlyInAnyOrderElementsOf(TAKEN);
	}

	@Test
	void pageListsThem() throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf(BEGIN) + BEGIN.length();
		assertThat(begin).isGreaterThan(BEGIN.length());
		if (Boolean.getBoolean("exoscout.licences.write")) {
			Files.writeString(PAGE, page.substring(0, begin) + lists());
		}
		else {
			assertThat(page.substring(begin)).as("docs/licences.md is older than what ships; run make licences")
				.isEqualTo(lists());
		}
	}

	private static String lists() {
		return "\n## Jars\n\n" + table(Libraries.jars()) + "\n## Packages of the page\n\n"
				+ table(Libraries.packages());
	}

	private static String table(List<Library> libraries) {
		Map<String, String> byLicence = libraries.stream()
			.collect(Collectors.groupingBy(Library::shownLicences, TreeMap::new,
					Collectors.mapping((library) -> "`" + library.name() + "`", Collectors.joining(", "))));
		StringBuilder text = new StringBuilder("| Licence | For |\n|---|---|\n");
		byLicence.forEach((licence, names) -> text.append("| %s | %s |\n".formatted(licence, names)));
		return text.toString();
	}

}
