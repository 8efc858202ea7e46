package io.exoscout.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How crowded packages may be, and where tests live. */
class RoomTests {

	/** Its description, the file {@code package-info}, counts as well. */
	private static final int FILES = 20;

	/** Packages that may have more files, by name, and why; but never more than these. */
	private static final Set<String> CROWDED = Set.of();

	private static final int FILES_OF_CROWDED = 25;

	private static final Pattern NESTED = Pattern
		.compile("(?m)^\\t+(?:[a-z-]+ )*(?:class|interface|@interface|enum|record) ([A-Z]\\w*)");

	/** How many other files see what is called package-private. */
	private static final double NEIGHBOURS = 15;

	@Test
	void noPackageIsCrowded() {
		perPackage(SourceTree.main()).forEach((name, files) -> assertThat(files).as(name)
			.hasSizeLessThanOrEqualTo(CROWDED.contains(name) ? FILES_OF_CROWDED : FILES));
	}

	@Test
	void whoeverMayBeCrowdedIs() {
		Map<String, List<SourceFile>> packages = perPackage(SourceTree.main());
		assertThat(CROWDED).allSatisfy((name) -> assertThat(packages.get(name)).as(name).hasSizeGreaterThan(FILES));
	}

	@Test
	void whatIsPackagePrivateIsSeenByFew() {
		Map<String, List<JavaClass>> packages = MainClasses.topLevel()
			.collect(Collectors.groupingBy(JavaClass::getPackageName));
		assertThat(MainClasses.topLevel()
			.filter((type) -> !type.getModifiers().contains(JavaModifier.PUBLIC))
			.mapToInt((type) -> packages.get(type.getPackageName()).size() - 1)
			.average()
			.orElseThrow()).isLessThanOrEqualTo(NEIGHBOURS);
	}

	@Test
	void noPackageIsInTwoModules() {
		perPackage(Stream.concat(SourceTree.main().stream(), SourceTree.tests().stream()).toList()).forEach(
				(name, files) -> assertThat(files.stream().map(SourceFile::module).distinct()).as(name).hasSize(1));
	}

	@Test
	void noTwoTypesHaveOneName() {
		assertThat(types().map(SourceFile::type)).doesNotHaveDuplicates();
	}

	/**
	 * Nested types may share a name with each other, since their owners tell them apart.
	 */
	@Test
	void noNestedTypeIsNamedLikeOneWithAFileOfItsOwn() {
		Set<String> names = types().map(SourceFile::type).collect(Collectors.toSet());
		assertThat(types()).anyMatch((file) -> !nested(file).isEmpty())
			.allSatisfy((file) -> assertThat(nested(file)).as(file.place()).doesNotContainAnyElementsOf(names));
	}

	@Test
	void aTestLivesWithItsSubject() {
		Map<String, String> places = SourceTree.main()
			.stream()
			.filter((file) -> !file.describesPackage())
			.collect(Collectors.toMap((file) -> file.type() + "Tests", (file) -> file.place() + "Tests"));
		assertThat(SourceTree.tests()).anyMatch((test) -> places.containsKey(test.type()));
		assertThat(SourceTree.tests().stream().filter((test) -> places.containsKey(test.type())))
			.allSatisfy((test) -> assertThat(test.place()).isEqualTo(places.get(test.type())));
	}

	@Test
	void everyPackageIsDescribed() {
		perPackage(SourceTree.main())
			.forEach((name, files) -> assertThat(files).as(name).filteredOn(SourceFile::describesPackage).hasSize(1));
	}

	private static Stream<SourceFile> types() {
		return Stream.concat(SourceTree.main().stream(), SourceTree.tests().stream())
			.filter((file) -> !file.describesPackage());
	}

	private static List<String> nested(SourceFile file) {
		return NESTED.matcher(file.text()).results().map((type) -> type.group(1)).toList();
	}

	private static Map<String, List<SourceFile>> perPackage(List<SourceFile> files) {
		return files.stream().collect(Collectors.groupingBy(SourceFile::packageName));
	}

}
