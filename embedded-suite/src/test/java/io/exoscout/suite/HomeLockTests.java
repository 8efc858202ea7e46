package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.database.StartFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HomeLockTests {

	@TempDir
	private Path dir;

	@Test
	void refusesADirectoryInUseInOneLine() {
		try (HomeLock lock = HomeLock.acquire(this.dir)) {
			assertThat(lock).isNotNull();
			assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> HomeLock.acquire(this.dir))
				.withMessageContaining(this.dir.toString())
				.withMessageContaining("in use")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n"));
		}
	}

	@Test
	void givesTheDirectoryFreeAgain() {
		HomeLock.acquire(this.dir).close();
		HomeLock.acquire(this.dir).close();
	}

	@Test
	void makesTheDirectory() {
		Path home = this.dir.resolve("a").resolve("b");
		HomeLock.acquire(home).close();
		assertThat(home).isDirectory();
	}

	@Test
	void refusesAFile() throws IOException {
		Path file = Files.createFile(this.dir.resolve("file"));
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> HomeLock.acquire(file))
			.withMessageContaining("can not be written");
	}

}
