package io.exoscout.explanation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonLanguageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "es | SPANISH", "es-MX,es;q=0.9,en;q=0.8 | SPANISH", "en-GB, es;q=0.5 | ENGLISH",
					"fr, es;q=0.3 | SPANISH", "de | ENGLISH", "* | ENGLISH", "es;q=0 | ENGLISH", "ES-419 | SPANISH",
					"est | ENGLISH" })
	void speaksTheLanguageThatIsUnderstoodBest(String accepted, ReasonLanguage language) {
		assertThat(ReasonLanguage.of(accepted)).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''", "' '", "en;q=x", ";;", "\u0000", "a b c" })
	void speaksEnglishWhereAHeaderSaysNothing(@Nullable String accepted) {
		assertThat(ReasonLanguage.of(accepted)).isEqualTo(ReasonLanguage.ENGLISH);
	}

	@Test
	void speaksEnglishWithoutAHeader() {
		assertThat(ReasonLanguage.of(null)).isEqualTo(ReasonLanguage.ENGLISH);
	}

}
