package io.exoscout.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's files as they were written, found from any module's directory. */
final class SourceTree {

	private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".idea");

	private static final Path ROOT = root();

	private static final List<Path> FILES = walk();

	private SourceTree() {
	}

	static Path path(String name) {
		return ROOT.resolve(name);
	}

	/** Where a file is, as seen from the root. */
	static String name(Path file) {
		return ROOT.relativize(file).toString().replace('\\', '/');
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Path> files(String ending) {
		return FILES.stream().filter((file) -> file.toString().endsWith(ending));
	}

	/** What ships, package descriptions included. */
	static List<SourceFile> main() {
		return files(".java").flatMap((file) -> SourceFile.in(file, "main")).toList();
	}

	static List<SourceFile> tests() {
		return files(".java").flatMap((file) -> SourceFile.in(file, "test")).toList();
	}

	private static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(directory.resolve("common-lib"))) {
			directory = directory.getParent();
		}
		return directory;
	}

	private static List<Path> walk() {
		List<Path> found = new ArrayList<>();
		try {
			Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
					boolean ours = !NOT_OURS.contains(directory.getFileName().toString());
					return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					found.add(file);
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

}
