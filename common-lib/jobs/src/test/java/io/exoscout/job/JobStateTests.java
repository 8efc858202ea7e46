package io.exoscout.job;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobStateTests {

	@ParameterizedTest
	@CsvSource({ "QUEUED, RUNNING CANCELLED ERROR", "RUNNING, QUEUED COMPLETED ERROR CANCELLED", "COMPLETED, ''",
			"ERROR, QUEUED", "CANCELLED, QUEUED" })
	void knowsItsMoves(JobState state, String moves) {
		Set<String> allowed = Set.of(moves.split(" "));
		for (JobState next : JobState.values()) {
			assertThat(state.canBecome(next)).as("%s to %s", state, next).isEqualTo(allowed.contains(next.name()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorsAndCancellationsAreInVain(JobState state) {
		assertThat(state.endedInVain()).isEqualTo(state == JobState.ERROR || state == JobState.CANCELLED);
	}

	@ParameterizedTest
	@EnumSource
	void isKnownByItsId(JobState state) {
		assertThat(JobState.of(state.id())).contains(state);
	}

}
