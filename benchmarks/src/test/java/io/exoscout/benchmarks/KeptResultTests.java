package io.exoscout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class KeptResultTests {

	private Path file = Path.of("");

	@BeforeEach
	void write(@TempDir Path folder) throws IOException {
		this.file = Files.writeString(folder.resolve("README.md"), """
				before
				<!-- one -->
				old
				<!-- end of one -->
				<!-- other -->
				stays
				<!-- end of other -->
				""");
	}

	@Test
	void takesThePlaceOfTheOneBefore() throws IOException {
		new KeptResult("one").keep("new\n", this.file);
		assertThat(this.file).hasContent("""
				before
				<!-- one -->
				new
				<!-- end of one -->
				<!-- other -->
				stays
				<!-- end of other -->
				""");
	}

	@Test
	void needsAPlace() {
		assertThatIOException().isThrownBy(() -> new KeptResult("third").keep("new", this.file))
			.withMessageContaining("<!-- end of third -->");
		assertThat(this.file).content().contains("old");
	}

	@Test
	void everyCommandHasAPlace() throws IOException {
		String readme = Files
			.readString(Files.exists(Path.of("benchmarks")) ? Path.of("benchmarks/README.md") : Path.of("README.md"));
		for (String name : new String[] { "suite", "training", "figures", "temporal" }) {
			assertThat(readme).containsSubsequence("<!-- " + name + " -->", "<!-- end of " + name + " -->");
		}
	}

}
