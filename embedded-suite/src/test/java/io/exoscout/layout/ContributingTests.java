package io.exoscout.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What newcomers are told of the code is so. */
class ContributingTests {

	private static final String PAGE = SourceTree.text(SourceTree.path("CONTRIBUTING.md"));

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| (?:`([\\w/-]+)`)? *\\| `([a-z\\d.]+)` \\| (.+?)(?: \\[Why]\\(.+\\))? \\|$");

	private static final Pattern ROW_OF_A_JAR = Pattern.compile("(?m)^\\| `(\\w+)` \\| ((?:`[\\w.]+`(?:, )?)+) \\|");

	private static final Pattern DESCRIPTION = Pattern.compile("(?s)/\\*\\*(.+?)\\*/\\s+@NullMarked");

	private static final Pattern COMMENT = Pattern.compile("\\s*(?:/\\*|\\*|//).*");

	@Test
	void namesEveryPackageWithItsSentence() {
		Map<String, String> described = SourceTree.main()
			.stream()
			.filter(SourceFile::describesPackage)
			.collect(Collectors.toMap(SourceFile::packageName, (file) -> sentence(file.text())));
		Map<String, String> told = ROW.matcher(PAGE)
			.results()
			.collect(Collectors.toMap((row) -> row.group(2), (row) -> row.group(3)));
		assertThat(told).containsExactlyInAnyOrderEntriesOf(described);
	}

	@Test
	void namesPackagesInTheOrderOfTheMap() {
		List<String> told = ROW.matcher(PAGE).results().map((row) -> row.group(2)).toList();
		assertThat(told).containsExactlyElementsOf(PackageMapTests.packages());
	}

	@Test
	void namesTheModuleOfEachPackage() {
		Map<String, String> modules = SourceTree.main()
			.stream()
			.filter(SourceFile::describesPackage)
			.collect(Collectors.toMap(SourceFile::packageName, SourceFile::module));
		String[] module = new String[1];
		ROW.matcher(PAGE).results().forEach((row) -> {
			module[0] = (row.group(1) != null) ? row.group(1) : module[0];
			assertThat(module[0]).as(row.group(2)).isEqualTo(modules.get(row.group(2)));
		});
	}

	@Test
	void rationaleOfTheJarsNamesThePackagesOfEach() {
		Map<String, List<String>> packages = ROW_OF_A_JAR
			.matcher(SourceTree.text(SourceTree.path("common-lib/RATIONALE.md")))
			.results()
			.collect(Collectors.toMap((row) -> "common-lib/" + row.group(1),
					(row) -> List.of(row.group(2).replace("`", "").split(", "))));
		Map<String, List<String>> told = new HashMap<>();
		String[] module = new String[1];
		ROW.matcher(PAGE).results().forEach((row) -> {
			module[0] = (row.group(1) != null) ? row.group(1) : module[0];
			if (module[0].startsWith("common-lib/")) {
				told.computeIfAbsent(module[0], (jar) -> new ArrayList<>()).add(row.group(2));
			}
		});
		assertThat(packages).containsExactlyInAnyOrderEntriesOf(told);
	}

	@Test
	void saysHowMuchThereIs() {
		long lines = shipped().stream().mapToLong(ContributingTests::linesOfCode).sum();
		assertThat((double) lines).isCloseTo(told("About ([\\d,]+) lines"), within(lines * 0.05));
		assertThat((double) shipped().size()).isCloseTo(told("in ([\\d,]+) files"), within(shipped().size() * 0.05));
	}

	@Test
	void saysHowLargeFilesAndPackagesAre() {
		assertThat(median(shipped().stream().map((file) -> file.text().lines().count()).sorted().toList()))
			.isCloseTo(told("no more than ([\\d,]+) lines"), within(2.0));
		assertThat(median(shipped().stream()
			.collect(Collectors.groupingBy(SourceFile::packageName, Collectors.counting()))
			.values()
			.stream()
			.sorted()
			.toList())).isCloseTo(told("no more than ([\\d,]+) files"), within(1.0));
	}

	private static List<SourceFile> shipped() {
		return SourceTree.main().stream().filter((file) -> !file.module().equals("benchmarks")).toList();
	}

	private static String sentence(String packageInfo) {
		Matcher found = DESCRIPTION.matcher(packageInfo);
		assertThat(found.find()).as(packageInfo).isTrue();
		return found.group(1).replaceAll("(?m)^\\s*\\* ?", "").strip().replaceAll("\\s+", " ");
	}

	private static long linesOfCode(SourceFile file) {
		return file.text().lines().filter((line) -> !line.isBlank() && !COMMENT.matcher(line).matches()).count();
	}

	private static double median(List<Long> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	private static double told(String pattern) {
		Matcher found = Pattern.compile(pattern).matcher(PAGE);
		assertThat(found.find()).as(pattern).isTrue();
		return Double.parseDouble(found.group(1).replace(",", ""));
	}

}
