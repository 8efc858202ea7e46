package io.exoscout.problem;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTests {

	private static final ServerAddress ADDRESS = new ServerAddress();

	static Stream<Exception> outages() {
		return Stream.of(new MongoServerUnavailableException("no longer available"),
				new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), ADDRESS), null),
				new MongoSocketException("closed", ADDRESS), new MongoTimeoutException("no server"),
				new MongoInterruptedException("stopped", new InterruptedException()),
				new MongoCursorNotFoundException(1, new BsonDocument(), ADDRESS));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void isSeenHoweverItIsWrapped(Exception outage) {
		assertSeen(outage, ErrorCode.DATABASE_UNAVAILABLE);
	}

	private static void assertSeen(Exception outage, ErrorCode code) {
		assertThat(Outage.of(outage)).hasValueSatisfying((seen) -> assertThat(seen.code()).isEqualTo(code));
		assertThat(Outage.of(new UncategorizedMongoDbException("what now", outage)))
			.hasValueSatisfying((seen) -> assertThat(seen.code()).isEqualTo(code));
		assertThat(Outage.of(new DataIntegrityViolationException("gone", outage)))
			.hasValueSatisfying((seen) -> assertThat(seen.code()).isEqualTo(code));
	}

	@Test
	void fullDiskOfTheDatabaseIsOne() {
		assertSeen(refusal(14031), ErrorCode.DISK_FULL);
	}

	@Test
	void databaseThatTakesNoWritesIsOne() {
		assertSeen(refusal(371), ErrorCode.DATABASE_READ_ONLY);
	}

	@Test
	void severalWritesAtOnceAreRefusedAsOneIs() {
		assertSeen(
				new MongoBulkWriteException(BulkWriteResult.unacknowledged(),
						List.of(new BulkWriteError(14031, "full", new BsonDocument(), 0)), null, ADDRESS, Set.of()),
				ErrorCode.DISK_FULL);
	}

	private static MongoCommandException refusal(int code) {
		return new MongoCommandException(new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)),
				ADDRESS);
	}

	@Test
	void otherRefusalsOfTheDatabaseAreNone() {
		assertThat(Outage.of(new UncategorizedMongoDbException("not allowed", refusal(13)))).isEmpty();
	}

}
