package io.exoscout.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page leads where it says. */
class PageTests {

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

	private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");

	private static final Pattern REVISION = Pattern.compile("<revision>(.+?)(?:-SNAPSHOT)?</revision>");

	static Stream<String> pages() {
		return SourceTree.files(".md").map(SourceTree::name).sorted();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkLeadsSomewhere(String name) {
		Path page = SourceTree.path(name);
		String prose = CODE.matcher(SourceTree.text(page)).replaceAll("");
		assertThat(LINK.matcher(prose).results().map((link) -> link.group(1)))
			.filteredOn((link) -> !ELSEWHERE.matcher(link).matches())
			.allSatisfy((link) -> {
				int hash = link.indexOf('#');
				String file = (hash < 0) ? link : link.substring(0, hash);
				Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
				assertThat(target).exists();
				if (hash >= 0) {
					assertThat(anchors(target)).contains(link.substring(hash + 1));
				}
			});
	}

	@Test
	void everyPageIsLinked() {
		Set<Path> linked = pages().map(SourceTree::path)
			.flatMap((page) -> LINK.matcher(SourceTree.text(page))
				.results()
				.map((link) -> page.resolveSibling(link.group(1).split("#")[0]).normalize()))
			.collect(Collectors.toSet());
		assertThat(pages().filter((name) -> name.startsWith("docs/") || name.endsWith("RATIONALE.md"))
			.filter((name) -> !linked.contains(SourceTree.path(name)))).isEmpty();
	}

	@Test
	void theVersionIsWrittenInOnePlace() {
		String revision = REVISION.matcher(SourceTree.text(SourceTree.path("pom.xml")))
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
		List<Path> told = Stream.of(".md", "pom.xml", "Makefile", "Dockerfile", ".yml", ".yaml")
			.flatMap(SourceTree::files)
			.filter((file) -> !file.endsWith("CHANGELOG.md") && !file.equals(SourceTree.path("pom.xml")))
			.toList();
		assertThat(told).isNotEmpty().noneMatch((file) -> SourceTree.text(file).contains(revision + "-"));
		assertThat(SourceTree.text(SourceTree.path("CHANGELOG.md"))).contains("\n## " + revision + ",");
	}

	@Test
	void everyModuleIsBuilt() {
		assertThat(SourceTree.files("pom.xml").filter((pom) -> Files.isDirectory(pom.resolveSibling("src"))))
			.isNotEmpty()
			.allSatisfy((pom) -> assertThat(SourceTree.text(pom.getParent().resolveSibling("pom.xml")))
				.contains("<module>" + pom.getParent().getFileName() + "</module>"));
	}

	/** As the usual viewers of such pages make them of headings. */
	private static List<String> anchors(Path page) {
		return HEADING.matcher(SourceTree.text(page))
			.results()
			.map((heading) -> heading.group(1).toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.toList();
	}

}
