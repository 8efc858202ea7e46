package io.exoscout.layout;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of Java.
 *
 * @param path where it is
 * @param module the directory of its module, as seen from the root
 * @param packageName its package, without the base that all of them have
 * @param type the type it declares, or {@code package-info}
 */
record SourceFile(Path path, String module, String packageName, String type) {

	private static final Pattern PLACE = Pattern.compile("(.+)/src/(\\w+)/java/io/exoscout/(.+)/([\\w-]+)\\.java");

	static Stream<SourceFile> in(Path file, String part) {
		Matcher place = PLACE.matcher(SourceTree.name(file));
		return (place.matches() && place.group(2).equals(part))
				? Stream.of(new SourceFile(file, place.group(1), place.group(3).replace('/', '.'), place.group(4)))
				: Stream.empty();
	}

	String text() {
		return SourceTree.text(this.path);
	}

	/** Module, package and type. */
	String place() {
		return this.module + ": " + this.packageName + "." + this.type;
	}

	boolean describesPackage() {
		return this.type.equals("package-info");
	}

}
