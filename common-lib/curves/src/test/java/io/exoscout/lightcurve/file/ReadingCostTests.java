package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.util.List;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.memory.MemoryRoom;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadingCostTests {

	private static final MadeSource SMALL = MadeSource.usual(100);

	@Test
	void rowsThatAreNotUsedCountToo() {
		MadeSource blanks = MadeSource.text("time,flux\n1,1\n" + ",\n".repeat(1_000_000));
		assertThat(refusal(ReadingBudget.endless(), blanks, blanks, SMALL)).isEqualTo(ErrorCode.TOO_MANY_POINTS);
	}

	@Test
	void allFilesOfARequestHaveOneBudgetToUnpack() {
		MadeSource padded = MadeSource.text("time,flux\n1,1\n" + ("#".repeat(1000) + "\n").repeat(12_000)).packed();
		assertThat(refusal(ReadingBudget.endless(), padded, padded)).isEqualTo(ErrorCode.TOO_COSTLY);
	}

	@Test
	void whatIsBeingReadLeavesRoomForOthersOrTheyAreRefused() throws IOException {
		MemoryRoom room = new MemoryRoom(2_000_000, "All %d are taken.");
		try (ReadingBudget first = new ReadingBudget(room, new UnpackingBudget())) {
			CurveReader.read(List.of(SMALL), CurveOptions.DEFAULTS, first);
			try (ReadingBudget second = new ReadingBudget(room, new UnpackingBudget())) {
				assertThat(refusal(second, SMALL)).isEqualTo(ErrorCode.TOO_MANY_BODIES);
			}
		}
		try (ReadingBudget later = new ReadingBudget(room, new UnpackingBudget())) {
			assertThat(CurveReader.read(List.of(SMALL), CurveOptions.DEFAULTS, later).curve().size()).isEqualTo(100);
		}
	}

	@Test
	void aFileThatNeverFitsIsNotToldToComeAgain() {
		assertThat(refusal(new ReadingBudget(new MemoryRoom(2_000_000, "All %d are taken."), new UnpackingBudget()),
				MadeSource.lines("time,flux", 20_000, (i) -> i + ",1")))
			.isEqualTo(ErrorCode.TOO_MANY_POINTS);
	}

	private static ErrorCode refusal(ReadingBudget budget, MadeSource... files) {
		return assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> CurveReader.read(List.of(files), CurveOptions.DEFAULTS, budget))
			.actual()
			.code();
	}

}
