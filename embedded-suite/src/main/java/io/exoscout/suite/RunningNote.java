package io.exoscout.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

import io.exoscout.backup.live.SeriesStores;
import io.exoscout.home.OwnerOnly;

import org.springframework.core.env.PropertyResolver;

/**
 * What a suite that runs leaves in its data directory for commands that want to look at
 * what it keeps: where its database listens, and where its blobs are. No secrets; only
 * its owner can read it.
 */
final class RunningNote {

	static final String URI = "spring.mongodb.uri";

	private static final List<String> NOTED = List.of(URI, "exoscout.blobs.kind", "exoscout.blobs.directory",
			"exoscout.blobs.bucket", "exoscout.blobs.prefix", "exoscout.s3.endpoint", "exoscout.s3.region",
			"exoscout.s3.path-style", SeriesStores.SETTING);

	private final Path file;

	RunningNote(Path home) {
		this.file = home.resolve("running.properties");
	}

	/** Leaves a note. */
	void leave(PropertyResolver settings) throws IOException {
		Properties noted = new Properties();
		for (String name : NOTED) {
			String value = settings.getProperty(name);
			if (value != null) {
				noted.setProperty(name,
						name.endsWith(".directory") ? Path.of(value).toAbsolutePath().toString() : value);
			}
		}
		Path draft = this.file.resolveSibling(".running.properties");
		Files.deleteIfExists(draft);
		Files.createFile(draft);
		OwnerOnly.file(draft);
		try (OutputStream out = Files.newOutputStream(draft)) {
			noted.store(out, null);
		}
		Files.move(draft, this.file, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Takes the note away, or that of a suite that was killed. */
	void remove() throws IOException {
		Files.deleteIfExists(this.file);
	}

	/** What is noted, by setting; empty if the suite that runs is not ready yet. */
	Optional<Map<String, String>> read() throws IOException {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		Properties noted = new Properties();
		try (InputStream in = Files.newInputStream(this.file)) {
			noted.load(in);
		}
		Map<String, String> settings = new TreeMap<>();
		noted.stringPropertyNames().forEach((name) -> settings.put(name, noted.getProperty(name)));
		return settings.containsKey(URI) ? Optional.of(settings) : Optional.empty();
	}

}
