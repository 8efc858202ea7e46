package io.exoscout.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedServersTests {

	@TempDir
	private Path home;

	@Test
	void setDamagedFilesOfTheBrokerAside() throws IOException {
		EmbeddedServers.start(this.home).close();
		Path file = Path.of("default", "messages", "00000000.jdb");
		byte[] damaged = "no messages ".repeat(1000).getBytes();
		Files.write(this.home.resolve("broker").resolve(file), damaged);
		try (EmbeddedServers servers = EmbeddedServers.start(this.home)) {
			assertThat(servers.setAside().orElseThrow().resolve(file)).hasBinaryContent(damaged);
			assertThat(this.home.resolve("broker").resolve(file)).exists();
		}
	}

	@Test
	void setNothingAsideThatIsWhole() {
		EmbeddedServers.start(this.home).close();
		try (EmbeddedServers servers = EmbeddedServers.start(this.home)) {
			assertThat(servers.setAside()).isEmpty();
		}
	}

}
