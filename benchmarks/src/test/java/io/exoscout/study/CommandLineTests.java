package io.exoscout.study;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandLineTests {

	private static CommandLine of(String... arguments) {
		return CommandLine.of(arguments, List.of("trees", "later"), List.of("keep"));
	}

	@Test
	void readsNamesAndValues() {
		CommandLine command = of("later=a=b.csv", "trees=20");
		assertThat(command.text("later")).contains("a=b.csv");
		assertThat(command.number("trees")).hasValue(20);
	}

	@Test
	void emptyValuesAreNone() {
		CommandLine command = of("later=", "trees=");
		assertThat(command.text("later")).isEmpty();
		assertThat(command.number("trees")).isEmpty();
		assertThat(command.changes(List.of("trees", "later"))).isFalse();
	}

	@Test
	void tellsWhetherSettingsWereChanged() {
		assertThat(of("trees=3", "keep=file").changes(List.of("trees", "later"))).isTrue();
		assertThat(of("keep=file").changes(List.of("trees", "later"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree=3", "trees", "=3", "" })
	void refusesWhatMeansNothing(String argument) {
		assertThatExceptionOfType(StudyRefused.class).isThrownBy(() -> of(argument))
			.withMessageContaining("'" + argument + "'")
			.withMessageContaining("trees=, later=, keep=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "2.5", "many", "99999999999" })
	void refusesWhatIsNoNumber(String text) {
		assertThatExceptionOfType(StudyRefused.class).isThrownBy(() -> of("trees=" + text).number("trees"))
			.withMessageContaining(text);
	}

}
