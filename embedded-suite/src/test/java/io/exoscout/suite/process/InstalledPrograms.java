package io.exoscout.suite.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The programs as they are installed: jars, which a build that goes on meanwhile does not
 * change, and if need be one archive of the classes that they load, which makes their
 * starts up to three times as quick.
 */
public final class InstalledPrograms {

	private final Path directory;

	private final List<String> libraries = new ArrayList<>();

	private final Path archive;

	private final Path classes;

	/** The services, installed in a directory. */
	public InstalledPrograms(Path directory) {
		this(directory, ServiceProgram.libraries());
	}

	private InstalledPrograms(Path directory, List<String> libraries) {
		this.directory = directory;
		this.archive = directory.resolve("classes.jsa");
		this.classes = directory.resolve("classes.lst");
		create(directory);
		libraries.stream().map(this::jar).forEach(this.libraries::add);
	}

	/**
	 * The suite, for all tests of this run, with an archive of the classes that it loads.
	 */
	static InstalledPrograms suite() {
		return Suite.INSTALLED;
	}

	/** Made when the first test asks. */
	private static final class Suite {

		private static final InstalledPrograms INSTALLED = make();

		private static InstalledPrograms make() {
			// a Java reads no archive of another one
			Path directory = Path.of("target", "suite-programs-" + Runtime.version().feature()).toAbsolutePath();
			create(directory);
			// tests run in several processes at once; whoever comes first makes it
			try (FileChannel lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				lock.lock();
				InstalledPrograms installed = new InstalledPrograms(directory, ForkedJvm.classPath());
				if (!installed.isArchived()) {
					installed.record();
					installed.archive();
				}
				return installed;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private void record() {
		Path home = this.directory.resolve("recording");
		try (SuiteProcess suite = SuiteProcess.start(home, Map.of(), this, recording())) {
			suite.jvm().signal("TERM");
			suite.jvm().awaitExit(Duration.ofMinutes(1));
		}
	}

	private static void create(Path directory) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What all programs share. */
	List<String> libraries() {
		return this.libraries;
	}

	/** The libraries come first: what is archived must be the beginning of the path. */
	public List<String> classPath(ServiceProgram service) {
		return with(service.ownClasses());
	}

	/** What the embedded database is made of. */
	public List<String> databaseClassPath() {
		return with(ServiceProgram.suite());
	}

	private List<String> with(String own) {
		List<String> path = new ArrayList<>(this.libraries);
		path.add(jar(own));
		return path;
	}

	/** Options of a JVM that notes for {@link #archive} what it loads. */
	public List<String> recording() {
		return List.of("-XX:DumpLoadedClassList=" + this.classes);
	}

	/** Whether the archive of an earlier run still fits. */
	public boolean isArchived() {
		long archived = this.archive.toFile().lastModified();
		return this.libraries.stream().allMatch((library) -> Path.of(library).toFile().lastModified() < archived);
	}

	/** Makes the archive of what was recorded by a program that has ended. */
	public void archive() {
		try (ForkedJvm jvm = ForkedJvm.start(this.directory, List.of("-Xshare:dump",
				"-XX:SharedClassListFile=" + this.classes, "-XX:SharedArchiveFile=" + this.archive, "-Xlog:disable"),
				this.libraries, Map.of())) {
			jvm.awaitExit(Duration.ofMinutes(3));
		}
	}

	/** Options of a JVM that uses the archive if there is one. */
	public List<String> options() {
		// some Javas say that they can not use it, which nobody has asked for
		return isArchived() ? List.of("-XX:SharedArchiveFile=" + this.archive, "-Xlog:disable") : List.of();
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
