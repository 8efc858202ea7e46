package io.exoscout.licence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ships of others: jars, and what the page is made with. */
final class Libraries {

	/**
	 * The bill of materials, as the build has just written it; the suite has what all
	 * services have.
	 */
	static final Path BILL = Path.of("target", "classes", "META-INF", "sbom", "application.cdx.json");

	private static final Path PACKAGES = Path.of("..", "frontend", "package-lock.json");

	private static final String OURS = "io.exoscout";

	private Libraries() {
	}

	/** The jars of the bill, those of our own left out, by name. */
	static List<Library> jars() {
		return bill().get("components")
			.valueStream()
			.filter((component) -> !component.path("group").asString("").equals(OURS))
			.map((component) -> new Library(component.get("group").asString() + ":" + component.get("name").asString(),
					component.path("licenses").valueStream().map(Libraries::licence).toList()))
			.sorted(Comparator.comparing(Library::name))
			.toList();
	}

	/** The packages of the page; those that only build or test it are not in it. */
	static List<Library> packages() {
		return read(PACKAGES).get("packages")
			.propertyStream()
			.filter((entry) -> !entry.getKey().isEmpty())
			.filter((entry) -> Stream.of("dev", "devOptional", "optional", "peer")
				.noneMatch((use) -> entry.getValue().path(use).asBoolean(false)))
			.map((entry) -> new Library(entry.getKey().replaceFirst(".*node_modules/", ""),
					List.of(entry.getValue().path("license").asString("none"))))
			.distinct()
			.sorted(Comparator.comparing(Library::name))
			.toList();
	}

	static JsonNode bill() {
		return read(BILL);
	}

	private static String licence(JsonNode choice) {
		JsonNode licence = choice.path("license");
		return choice.has("expression") ? choice.get("expression").asString()
				: licence.path("id").asString(licence.path("name").asString("none"));
	}

	private static JsonNode read(Path file) {
		try {
			return new JsonMapper().readTree(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
