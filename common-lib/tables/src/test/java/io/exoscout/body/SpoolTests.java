package io.exoscout.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SpoolTests {

	@TempDir
	Path directory;

	@Test
	void isClearedOfWhatCrashesLeftBehindAndOfNothingElse() throws IOException {
		Path old = aged("upload-1");
		Path other = aged("notes.txt");
		Path fresh = Files.writeString(this.directory.resolve("upload-2"), "x");
		assertThat(new Spool(this.directory)).isNotNull();
		assertThat(old).doesNotExist();
		assertThat(other).exists();
		assertThat(fresh).exists();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void opensThoughAFileOfANeighbourVanishesMeanwhile() throws IOException {
		// listed, but not there
		Files.createSymbolicLink(this.directory.resolve("upload-1"), this.directory.resolve("vanished"));
		assertThatNoException().isThrownBy(() -> new Spool(this.directory));
	}

	private Path aged(String name) throws IOException {
		Path file = Files.writeString(this.directory.resolve(name), "x");
		return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
	}

}
