package io.exoscout.layout;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of everything that the suite is made of. */
final class MainClasses {

	static final String BASE = "io.exoscout.";

	static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages("io.exoscout");

	private MainClasses() {
	}

	/** Those that have a file of their own. */
	static Stream<JavaClass> topLevel() {
		return ALL.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"));
	}

	/** Files of ours, by the types they declare, that a class and all in it need. */
	static Set<String> neededBy(JavaClass topLevel) {
		return ALL.stream()
			.filter((type) -> file(type).equals(file(topLevel)))
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map(Dependency::getTargetClass)
			.map(MainClasses::file)
			.filter((name) -> name.startsWith(BASE) && !name.equals(file(topLevel)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static String file(JavaClass type) {
		String name = type.getBaseComponentType().getName();
		int nested = name.indexOf('$');
		return (nested < 0) ? name : name.substring(0, nested);
	}

}
