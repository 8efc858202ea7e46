package io.exoscout.stream.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How logs end, and begin. */
class LogEndTests {

	private static final Function<String[], String> FIRST_CELL = (cells) -> cells[0];

	private final MemoryLog log = new MemoryLog();

	private final LogTails tails = tails(1000);

	private LogTails tails(long most) {
		return new LogTails(this.log, most, Clock.systemUTC());
	}

	private LoggedBatch append(LogTails writer, String... ids) {
		return writer.append("s", FIRST_CELL, draft(null, "", ids));
	}

	private static BatchDraft draft(String key, String digest, String... ids) {
		List<String[]> rows = new ArrayList<>();
		for (String id : ids) {
			rows.add(new String[] { id });
		}
		return new BatchDraft(EntryKind.EVENTS, RowBytes.pack(rows), LongStream.rangeClosed(1, ids.length).toArray(), 0,
				List.of(), key, digest);
	}

	@Test
	void whoWritesBesideACutLeavesNoGap() {
		LogTails other = tails(1000);
		append(other, "a");
		append(other, "b");
		append(other, "c");
		// as another process does, of which this writer does not hear
		this.log.cut("s", 1);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> append(other, "d"))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_STATE_CONFLICT);
		assertThat(append(other, "d").number()).isEqualTo(1);
		assertThat(this.log.read("s", 3)).isEmpty();
	}

	@Test
	void whoWritesWhatWasCutMeanwhileNumbersItAnew() {
		append(this.tails, "a");
		append(this.tails, "b");
		this.tails.cut("s", 1);
		LoggedBatch again = append(this.tails, "b");
		assertThat(again.firstSeq()).isEqualTo(2);
		assertThat(again.duplicates()).isZero();
	}

	@Test
	void sizeIsFoundInStrides() {
		IntStream.range(0, 500).forEach((i) -> append(this.tails, "e" + i));
		for (long from : new long[] { 0, 1, 17, 499, 500, 900 }) {
			this.log.asked = 0;
			assertThat(this.log.size("s", from)).as("from %d", from).isEqualTo(new LogSize(500, 500, 0, 0));
			assertThat(this.log.asked).isLessThan(60);
		}
		assertThat(new MemoryLog().size("s", 0)).isEqualTo(LogSize.NOTHING);
	}

	@Test
	void sizeKnowsDuplicatesWhoeverCountedThem() {
		append(this.tails, "a", "b");
		append(tails(1000), "a", "c");
		append(this.tails, "c", "d");
		assertThat(this.log.size("s", 0)).isEqualTo(new LogSize(4, 3, 2, 0));
	}

	@Test
	void endsThatWereNotWrittenToForLongestAreForgotten() {
		LogTails few = tails(10);
		few.append("t", FIRST_CELL, draft(null, "", "1", "2", "3", "4", "5", "6"));
		few.append("u", FIRST_CELL, draft(null, "", "1", "2"));
		assertThat(few.known()).isEqualTo(2);
		few.append("v", FIRST_CELL, draft(null, "", "1", "2", "3"));
		assertThat(few.known()).isEqualTo(2);
		assertThat(few.append("t", FIRST_CELL, draft(null, "", "6", "7")).duplicates()).isEqualTo(1);
	}

	@Test
	void fullLogRefusesMoreAndSaysWhatToDo() {
		LogTails few = tails(3);
		append(few, "a", "b");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> append(few, "c", "d"))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_STATE_CONFLICT)
			.withMessageContaining("keep");
		assertThat(append(few, "c").lastSeq()).isEqualTo(3);
	}

	@Test
	void fullLogTakesMoreOnceOldBatchesAreLetGoOf() {
		LogTails few = tails(3);
		append(few, "a");
		append(few, "b");
		append(few, "c");
		this.log.letGo("s", 2);
		assertThat(append(few, "d").lastSeq()).isEqualTo(4);
		assertThat(this.log.size("s", 0).lastSeq()).isEqualTo(4);
	}

	@Test
	void logWhoseBeginningIsGoneIsReadFromThere() {
		append(this.tails, "a", "b");
		append(this.tails, "c");
		append(this.tails, "d");
		this.log.letGo("s", 1);
		LoggedBatch next = append(tails(1000), "d", "e");
		assertThat(next.number()).isEqualTo(3);
		assertThat(next.firstSeq()).isEqualTo(5);
		assertThat(next.duplicates()).isEqualTo(1);
	}

	@Test
	void placeIsOneOfTheLogIfItsBatchIsThereAndEndsWithItsEntry() {
		append(this.tails, "a", "b");
		append(this.tails, "c");
		assertThat(this.log.reaches("s", 2, 3)).isTrue();
		assertThat(this.log.reaches("s", 1, 2)).isTrue();
		assertThat(this.log.reaches("s", 0, 0)).isTrue();
		assertThat(this.log.reaches("s", 2, 4)).isFalse();
		assertThat(this.log.reaches("s", 3, 3)).isFalse();
		this.log.letGo("s", 1);
		assertThat(this.log.reaches("s", 0, 0)).isFalse();
		assertThat(this.log.reaches("s", 2, 3)).isTrue();
	}

	@Test
	void requestThatWasKeptBeforeItsAnswerWasLostIsAnsweredTheSame() {
		LoggedBatch kept = this.tails.append("s", FIRST_CELL, draft("k/0", "x", "a"));
		// the process is killed before it answers
		LoggedBatch again = tails(1000).append("s", FIRST_CELL, draft("k/0", "x", "a"));
		assertThat(again).isSameAs(kept);
		assertThat(this.log.size("s", 0).lastSeq()).isEqualTo(1);
	}

	@Test
	void rowComesBackOutOfFewBytes() {
		String[] row = { "ñ|,", null, "", "x".repeat(200), "1" };
		byte[] bytes = RowBytes.packRow(row);
		assertThat(RowBytes.unpackRow(bytes, row.length)).containsExactly(row);
		assertThat(bytes).hasSize(4 + 1 + 1 + 1 + 202 + 2);
	}

}
