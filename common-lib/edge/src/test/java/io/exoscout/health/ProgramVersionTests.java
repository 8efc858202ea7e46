package io.exoscout.health;

import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramVersionTests {

	private static final String COMMIT = "2ba8f2091069ac576d487d521e996cf8077f2bd7";

	@Test
	void buildWritesDownTheVersion() {
		assertThat(ProgramVersion.current().version()).matches("\\d+\\..*");
		assertThat(ProgramVersion.current().commit()).matches("[0-9a-f]{40}(-dirty)?|unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { COMMIT, COMMIT + "-dirty" })
	void commitIsTakenAsItIs(String commit) {
		assertThat(program(commit)).isEqualTo(new ProgramVersion("1", commit));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "${program.commit}", "fatal: not a git repository" })
	void commitOfABuildWithoutARepositoryIsUnknown(String commit) {
		assertThat(program(commit).commit()).isEqualTo("unknown");
	}

	private static ProgramVersion program(String commit) {
		Properties built = new Properties();
		built.setProperty("version", "1");
		built.setProperty("commit", commit);
		return ProgramVersion.of(built);
	}

}
