package io.exoscout.alias;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AliasNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "champion", "kepler.best-2026_11", "A", "compare.all" })
	void acceptsWhatCanStandInAnAddress(String alias) {
		assertThat(AliasName.check(alias)).isEqualTo(alias);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a/b", "<b>", "aliases", "compare", "ñ" })
	void refusesWhatCanNot(String alias) {
		refused(alias);
	}

	@Test
	void refusesWhatWouldHideAModel() {
		refused("0123456789abcdef".repeat(4));
		refused("a".repeat(101));
	}

	private static void refused(String alias) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AliasName.check(alias))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code);
	}

}
