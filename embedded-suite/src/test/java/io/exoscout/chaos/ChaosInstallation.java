package io.exoscout.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import io.exoscout.suite.process.ForkedJvm;
import io.exoscout.suite.process.ServiceProgram;

/**
 * The programs as they are installed: jars, which a build that goes on meanwhile does not
 * change, and if need be one archive of the classes that all services load, which makes
 * their starts three times as quick.
 */
final class ChaosInstallation {

	private final Path directory;

	private final List<String> libraries = new ArrayList<>();

	private final Path archive;

	private final Path classes;

	ChaosInstallation(Path directory) {
		this.directory = directory;
		this.archive = directory.resolve("classes.jsa");
		this.classes = directory.resolve("classes.lst");
		create(directory);
		ServiceProgram.libraries().stream().map(this::jar).forEach(this.libraries::add);
	}

	private static void create(Path directory) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The libraries come first: what is archived must be the beginning of the path. */
	List<String> classPath(ServiceProgram service) {
		return with(service.ownClasses());
	}

	List<String> databaseClassPath() {
		return with(ServiceProgram.suite());
	}

	private List<String> with(String own) {
		List<String> path = new ArrayList<>(this.libraries);
		path.add(jar(own));
		return path;
	}

	/** Options of a JVM that notes for {@link #archive} what it loads. */
	List<String> recording() {
		return List.of("-XX:DumpLoadedClassList=" + this.classes);
	}

	/** Whether the archive of an earlier run still fits. */
	boolean isArchived() {
		long archived = this.archive.toFile().lastModified();
		return this.libraries.stream().allMatch((library) -> Path.of(library).toFile().lastModified() < archived);
	}

	/** Makes the archive of what was recorded by a program that has ended. */
	void archive() {
		try (ForkedJvm jvm = ForkedJvm.start(this.directory, List.of("-Xshare:dump",
				"-XX:SharedClassListFile=" + this.classes, "-XX:SharedArchiveFile=" + this.archive, "-Xlog:disable"),
				this.libraries, Map.of())) {
			jvm.awaitExit(Duration.ofMinutes(3));
		}
	}

	/** Options of a JVM that uses the archive if there is one. */
	List<String> options() {
		return isArchived() ? List.of("-XX:SharedArchiveFile=" + this.archive) : List.of();
	}

	private String jar(String entry) {
		Path source = Path.of(entry);
		if (!Files.isDirectory(source)) {
			return entry;
		}
		Path jar = this.directory.resolve(source.getParent().getParent().getFileName() + ".jar");
		try {
			FileTime changed = changed(source);
			if (!Files.exists(jar) || !Files.getLastModifiedTime(jar).equals(changed)) {
				pack(source, jar);
				// an archive of classes is for jars of a certain time
				Files.setLastModifiedTime(jar, changed);
			}
			return jar.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileTime changed(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return FileTime.fromMillis(files.mapToLong((file) -> file.toFile().lastModified()).max().orElseThrow());
		}
	}

	private static void pack(Path source, Path jar) throws IOException {
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out);
				Stream<Path> files = Files.walk(source)) {
			for (Path file : files.filter((path) -> !path.equals(source)).toList()) {
				String name = source.relativize(file).toString();
				entries.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
				if (Files.isRegularFile(file)) {
					Files.copy(file, entries);
				}
				entries.closeEntry();
			}
		}
	}

}
