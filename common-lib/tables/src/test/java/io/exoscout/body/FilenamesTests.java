package io.exoscout.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilenamesTests {

	@ParameterizedTest
	@CsvSource({ "koi.csv,koi.csv", "../../x,x", "..\\..\\windows\\x.csv,x.csv", "/etc/passwd,passwd", "..,table.csv",
			"a/,table.csv", "'  ',table.csv", "=cmd(),=cmd()", "table é.csv,table é.csv" })
	void keepsOnlyTheLastComponent(String sent, String kept) {
		assertThat(Filenames.clean(sent)).isEqualTo(kept);
	}

	@Test
	void dropsControlAndInvisibleCharacters() {
		assertThat(Filenames.clean("a\u0000b\r\nc\u202Egpj.csv")).isEqualTo("abcgpj.csv");
	}

	@Test
	void cutsLongNames() {
		assertThat(Filenames.clean("𝄞".repeat(500))).hasSize(254);
		assertThat(Filenames.clean("x".repeat(500))).hasSize(255);
	}

	@Test
	void namelessFilesGetAName() {
		assertThat(Filenames.clean(null)).isEqualTo("table.csv");
	}

}
