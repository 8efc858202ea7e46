package io.exoscout.stream.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.web.MemoryMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LogTailTests {

	private static final Function<String[], String> FIRST_CELL = (cells) -> cells[0];

	private static final long MOST = 1000;

	private static MemoryMongo mongo;

	private StreamLog log;

	private LogTails tails;

	@BeforeAll
	static void start() {
		mongo = new MemoryMongo();
	}

	@AfterAll
	static void stop() {
		mongo.close();
	}

	@BeforeEach
	void clear() {
		this.log = log();
		this.log.cut("s", 0);
		this.log.cut("t", 0);
		this.tails = new LogTails(this.log, MOST, Clock.systemUTC());
	}

	private static StreamLog log() {
		return new MongoStreamLog(new MongoAccess(new MongoTemplate(mongo.client(), "test")));
	}

	@Test
	void entriesAreNumberedFromOneWithoutGaps() {
		assertThat(append("a", "b").firstSeq()).isEqualTo(1);
		LoggedBatch second = append("c");
		assertThat(second.firstSeq()).isEqualTo(3);
		assertThat(second.lastSeq()).isEqualTo(3);
		assertThat(second.number()).isEqualTo(1);
	}

	@Test
	void cellsComeBackAsTheyWereSent() {
		String[] row = { "ñ|,\"\n", null, "" };
		LoggedBatch kept = append(new BatchDraft(EntryKind.EVENTS, RowBytes.pack(List.<String[]>of(row)),
				new long[] { 1 }, 0, List.of(), null, null));
		assertThat(this.log.read("s", kept.number()).orElseThrow().entries()).containsExactly(row);
	}

	@Test
	void eventThatIsThereIsADuplicate() {
		append("a", "b");
		LoggedBatch again = append("b", "c", "c");
		assertThat(again.count()).isEqualTo(1);
		assertThat(again.duplicates()).isEqualTo(2);
		assertThat(again.lastSeq()).isEqualTo(3);
	}

	@Test
	void idThatIsThereWithOtherValuesIsRejectedByLine() {
		append(rows(new String[] { "a", "1" }));
		LoggedBatch again = append(rows(new String[] { "b", "1" }, new String[] { "a", "2" }));
		assertThat(again.count()).isEqualTo(1);
		assertThat(again.rejected()).isEqualTo(1);
		assertThat(again.refusals().get(0).line()).isEqualTo(2);
		assertThat(again.refusals().get(0).reason()).contains("\"a\"");
	}

	@Test
	void idThatIsThereTwiceInOneBatchWithOtherValuesIsRejected() {
		LoggedBatch batch = append(rows(new String[] { "a", "1" }, new String[] { "a", "2" }));
		assertThat(batch.count()).isEqualTo(1);
		assertThat(batch.duplicates()).isZero();
		assertThat(batch.rejected()).isEqualTo(1);
	}

	@Test
	void anotherProcessKnowsWhatIsThere() {
		append("a", "b");
		LogTails other = new LogTails(log(), MOST, Clock.systemUTC());
		LoggedBatch again = other.append("s", FIRST_CELL, draft(null, "b", "c"));
		assertThat(again.duplicates()).isEqualTo(1);
		assertThat(again.firstSeq()).isEqualTo(3);
		// this one has not heard of it
		assertThat(append("c", "d").duplicates()).isEqualTo(1);
		assertThat(this.log.size("s", 0)).isEqualTo(new LogSize(4, 3, 2, 0));
	}

	@Test
	void twoWritersLeaveNoGapAndNothingTwice() {
		LogTails other = new LogTails(log(), MOST, Clock.systemUTC());
		List<CompletableFuture<Void>> writers = new ArrayList<>();
		for (LogTails each : List.of(this.tails, other)) {
			writers.add(CompletableFuture.runAsync(() -> IntStream.range(0, 60)
				.forEach((i) -> each.append("s", FIRST_CELL, draft(null, "e" + i, "e" + (i + 1), "e" + (i + 2))))));
		}
		writers.forEach(CompletableFuture::join);
		List<String> ids = new ArrayList<>();
		List<Long> seqs = new ArrayList<>();
		for (long number = 0; this.log.read("s", number).isPresent(); number++) {
			LoggedBatch batch = this.log.read("s", number).orElseThrow();
			batch.entries().forEach((row) -> ids.add(row[0]));
			LongStream.rangeClosed(batch.firstSeq(), batch.lastSeq()).forEach(seqs::add);
		}
		assertThat(ids).hasSize(62).doesNotHaveDuplicates();
		assertThat(seqs).containsExactlyElementsOf(LongStream.rangeClosed(1, 62).boxed().toList());
	}

	@Test
	void requestOfOneKeyIsKeptOnce() {
		LoggedBatch first = append(draft("k/0", "a", "b"));
		assertThat(append(draft("k/0", "a", "b"))).usingRecursiveComparison().ignoringFields("at").isEqualTo(first);
		assertThat(this.log.size("s", 0).lastSeq()).isEqualTo(2);
	}

	@Test
	void keyOfOneStreamIsAnotherInAnotherOne() {
		append(draft("k/0", "a"));
		assertThat(this.tails.append("t", FIRST_CELL, draft("k/0", "a")).count()).isEqualTo(1);
	}

	@Test
	void keyWithAnotherBodyIsRefused() {
		append(draft("k/0", "a"));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> append(draft("k/0", "b")))
			.matches((problem) -> problem.code() == ErrorCode.IDEMPOTENCY_KEY_REUSED)
			.withMessageContaining("k/0");
	}

	@Test
	void logThatIsCutGoesOnWhereItEnds() {
		append("a");
		append("b");
		append("c");
		this.tails.cut("s", 1);
		LoggedBatch again = append("c");
		assertThat(again.number()).isEqualTo(1);
		assertThat(again.firstSeq()).isEqualTo(2);
		assertThat(again.count()).isEqualTo(1);
	}

	@Test
	void damagedBatchIsNotUsed() {
		byte[] bytes = RowBytes.pack(List.<String[]>of(new String[] { "a", "b" }));
		bytes[bytes.length - 2] ^= 0x55;
		bytes[6] ^= 0x55;
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> RowBytes.unpack(bytes))
			.matches((problem) -> problem.code() == ErrorCode.STORED_BYTES_DAMAGED);
	}

	private LoggedBatch append(String... ids) {
		return append(draft(null, ids));
	}

	private LoggedBatch append(BatchDraft draft) {
		return this.tails.append("s", FIRST_CELL, draft);
	}

	private static BatchDraft draft(String key, String... ids) {
		List<String[]> rows = new ArrayList<>();
		for (String id : ids) {
			rows.add(new String[] { id });
		}
		byte[] bytes = RowBytes.pack(rows);
		return new BatchDraft(EntryKind.EVENTS, bytes, LongStream.rangeClosed(1, ids.length).toArray(), 0, List.of(),
				key, (key != null) ? io.exoscout.store.Digests.sha256(bytes) : null);
	}

	private static BatchDraft rows(String[]... rows) {
		return new BatchDraft(EntryKind.EVENTS, RowBytes.pack(List.of(rows)),
				LongStream.rangeClosed(1, rows.length).toArray(), 0, List.of(), null, null);
	}

}
