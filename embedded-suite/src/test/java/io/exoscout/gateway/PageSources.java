package io.exoscout.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the sources of the page say of its addresses. */
public final class PageSources {

	private static final Path PAGE = Path.of("../frontend");

	private PageSources() {
	}

	/** Every page, with and without a query, and what pages load. */
	public static List<String> addresses() throws IOException {
		try (Stream<Path> pages = Files.list(PAGE.resolve("src/pages"));
				Stream<Path> files = Files.list(PAGE.resolve("public"))) {
			Stream<String> shown = pages.map((page) -> page.getFileName().toString().replace(".tsx", ""))
				.filter((name) -> !name.startsWith("_"))
				.map((name) -> name.equals("index") ? "/" : "/" + name + "/");
			Stream<String> loaded = files.map((file) -> "/" + file.getFileName());
			return Stream
				.of(shown, loaded, Stream.of("/?lang=es", "/_next/static/chunks/a.js", "/samples/kepler.csv.gzip"))
				.flatMap((some) -> some)
				.toList();
		}
	}

}
