package io.exoscout.web;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadDirectoryTests {

	@TempDir
	Path home;

	@Test
	void isMadeWhenMissing() {
		assertThat(UploadDirectory.prepare(this.home.resolve("a/b"))).isDirectory().isAbsolute();
	}

	@Test
	void isClearedOfWhatCrashesLeftBehindAndOfNothingElse() throws IOException {
		Path old = Files.writeString(this.home.resolve("upload_1.tmp"), "x");
		Path fresh = Files.writeString(this.home.resolve("upload_2.tmp"), "x");
		Path other = Files.writeString(this.home.resolve("notes.txt"), "x");
		FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
		Files.setLastModifiedTime(old, longAgo);
		Files.setLastModifiedTime(other, longAgo);
		UploadDirectory.prepare(this.home);
		assertThat(old).doesNotExist();
		assertThat(fresh).exists();
		assertThat(other).exists();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isPreparedThoughAFileOfANeighbourVanishesMeanwhile() throws IOException {
		// listed, but not there
		Files.createSymbolicLink(this.home.resolve("upload_1.tmp"), this.home.resolve("vanished"));
		assertThat(UploadDirectory.prepare(this.home)).isDirectory();
	}

	@Test
	void fileInItsPlaceIsNamed() throws IOException {
		Path file = Files.writeString(this.home.resolve("uploads"), "x");
		assertThatThrownBy(() -> UploadDirectory.prepare(file)).hasMessageContaining("exoscout.upload.directory");
	}

}
