package io.exoscout.suite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may import whom: whoever follows the data never turns back. */
class PackageMapTests {

	private static final String BASE = "io.exoscout.";

	private static final Map<String, List<String>> MAP = Map.ofEntries(Map.entry("problem", List.of()),
			Map.entry("web", List.of()), Map.entry("dataset", List.of()), Map.entry("feature", List.of("dataset")),
			Map.entry("model", List.of("feature", "dataset")),
			Map.entry("learning", List.of("model", "feature", "dataset")),
			Map.entry("prediction", List.of("model", "feature", "dataset", "web")),
			Map.entry("work", List.of("model", "feature", "dataset")),
			Map.entry("worker", List.of("work", "model", "feature", "dataset")),
			Map.entry("orchestrator", List.of("work", "model", "feature", "dataset", "web")),
			Map.entry("trainer", List.of("worker", "learning", "work", "model", "feature", "dataset", "web")),
			Map.entry("predictor",
					List.of("worker", "learning", "work", "prediction", "model", "feature", "dataset", "web")),
			Map.entry("jobs", List.of("work", "prediction", "model", "feature", "dataset", "web")),
			Map.entry("catalog", List.of("dataset", "web")), Map.entry("backup", List.of("dataset")));

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages("io.exoscout");

	static Stream<String> packages() {
		return MAP.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void importsOnlyWhatTheMapAllows(String name) {
		String[] allowed = Stream.concat(Stream.of(name, "problem"), MAP.get(name).stream())
			.map((other) -> BASE + other + "..")
			.toArray(String[]::new);
		noClasses().that()
			.resideInAPackage(BASE + name + "..")
			.should()
			.dependOnClassesThat(resideInAnyPackage("io.exoscout..").and(resideOutsideOfPackages(allowed)))
			.check(CLASSES);
	}

	@Test
	void everyPackageIsOnTheMap() {
		Stream<String> found = CLASSES.stream()
			.map(JavaClass::getPackageName)
			.map((name) -> name.substring(BASE.length()))
			.distinct();
		assertThat(found).allMatch((name) -> MAP.containsKey(name) || name.equals("suite"));
	}

	@Test
	void noTwoPackagesNeedEachOther() {
		SlicesRuleDefinition.slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
	}

}
