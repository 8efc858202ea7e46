package io.exoscout.jobs.verdict;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SaidVerdictTests {

	@Test
	void linesOfANoteStay() {
		assertThat(new SaidVerdict(null, " one\ntwo ", null).checked().note()).isEqualTo("one\ntwo");
	}

	@Test
	void tagIsKeptOnce() {
		assertThat(new SaidVerdict("unsure", null, List.of("größer", "b", "größer")).checked().tags())
			.containsExactly("größer", "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PLANET", "confirmed", "" })
	void unknownVerdictIsRefusedWithTheKnownOnes(String verdict) {
		refused(new SaidVerdict(verdict, null, null), "verdict", "planet, not_planet, unsure");
	}

	@Test
	void nothingIsRefused() {
		refused(new SaidVerdict(null, " \n", List.of()), "verdict", "Nothing is said");
	}

	@Test
	void longNoteIsRefused() {
		refused(new SaidVerdict(null, "a".repeat(4001), null), "note", "4,001");
	}

	@Test
	void noteThatSteersATerminalIsRefused() {
		refused(new SaidVerdict(null, "a\u001b[2J", null), "note", "control characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "=1+1", "a,b" })
	void whatIsNoTagIsRefused(String tag) {
		refused(new SaidVerdict(null, null, List.of("a", tag)), "tags", "is no tag");
	}

	@Test
	void missingTagIsRefused() {
		refused(new SaidVerdict(null, null, Arrays.asList("a", null)), "tags", "is no tag");
	}

	@Test
	void tooManyTagsAreRefused() {
		refused(new SaidVerdict(null, null, Collections.nCopies(21, "a")), "tags", "at most 20");
	}

	private static void refused(SaidVerdict said, String field, String why) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(said::checked)
			.withMessageContaining(why)
			.returns(ErrorCode.INVALID_VERDICT, ProblemException::code)
			.satisfies((problem) -> assertThat(problem.errors()).extracting(InputError::field).containsExactly(field));
	}

}
