package io.exoscout.suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SuiteCommandTests {

	@Test
	void withoutAWordItServes() {
		assertThat(SuiteCommand.of()).isEqualTo(SuiteCommand.SERVE);
		assertThat(SuiteCommand.of("--server.port=0")).isEqualTo(SuiteCommand.SERVE);
	}

	@Test
	void aWordIsFoundAmongSettings() {
		assertThat(SuiteCommand.of("--exoscout.home=/tmp/a", "backup", "b.zip")).isEqualTo(SuiteCommand.BACKUP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "help", "--help", "-h" })
	void helpIsGivenHoweverItIsAskedFor(String word) {
		assertThat(SuiteCommand.of(word)).isEqualTo(SuiteCommand.HELP);
	}

	@Test
	void versionIsSaidHoweverItIsAskedFor() {
		assertThat(SuiteCommand.of("version")).isEqualTo(SuiteCommand.VERSION);
		assertThat(SuiteCommand.of("--version")).isEqualTo(SuiteCommand.VERSION);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hlep", "Serve", "start", "-server.port=1", "-", "" })
	void whatIsNoCommandIsNamedAndNothingStarts(String word) {
		assertThatExceptionOfType(SuiteCommand.UnknownCommand.class).isThrownBy(() -> SuiteCommand.of(word))
			.withMessageContaining("'" + word + "'");
	}

	@Test
	void aWordTooManyIsNamed() {
		assertThatExceptionOfType(SuiteCommand.UnknownCommand.class)
			.isThrownBy(() -> SuiteCommand.of("serve", "everything"))
			.withMessage("serve needs no word behind it, but was given [everything]");
	}

	@Test
	void aFileThatIsMissingIsAskedFor() {
		assertThatExceptionOfType(SuiteCommand.UnknownCommand.class).isThrownBy(() -> SuiteCommand.of("backup"))
			.withMessage("backup needs one file, but was given []");
	}

	@ParameterizedTest
	@EnumSource
	void helpHasALineForEach(SuiteCommand command) {
		assertThat(SuiteCommand.help().lines()).filteredOn((line) -> line.startsWith("  " + command.word()))
			.singleElement()
			.asString()
			.hasSizeGreaterThan(20);
	}

}
