package io.exoscout.memory;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MemoryRoomTests {

	private final MemoryRoom room = new MemoryRoom(100, "All %d are taken.");

	@Test
	void saysHowMuchThereIsOnceItIsTaken() {
		this.room.take(60);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.room.take(41))
			.returns(ErrorCode.TOO_MANY_BODIES, ProblemException::code)
			.returns("All 100 are taken.", ProblemException::detail);
	}

	@Test
	void whatWasRefusedTakesNone() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.room.take(101));
		assertThatCode(() -> this.room.take(100)).doesNotThrowAnyException();
	}

	@Test
	void whatIsGivenBackCanBeTakenAgain() {
		this.room.take(100);
		this.room.give(40);
		assertThatCode(() -> this.room.take(40)).doesNotThrowAnyException();
	}

}
