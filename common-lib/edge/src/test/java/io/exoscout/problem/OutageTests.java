package io.exoscout.problem;

import java.util.stream.Stream;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTests {

	private static final ServerAddress ADDRESS = new ServerAddress();

	static Stream<Exception> outages() {
		return Stream.of(new MongoServerUnavailableException("no longer available"),
				new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), ADDRESS), null),
				new MongoSocketException("closed", ADDRESS), new MongoTimeoutException("no server"),
				new MongoInterruptedException("stopped", new InterruptedException()));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void isSeenHoweverItIsWrapped(Exception outage) {
		assertThat(Outage.ofDatabase(outage)).isTrue();
		assertThat(Outage.ofDatabase(new UncategorizedMongoDbException("what now", outage))).isTrue();
		assertThat(Outage.ofDatabase(new DataAccessResourceFailureException("gone", outage))).isTrue();
	}

	@Test
	void refusalOfTheDatabaseIsNone() {
		BsonDocument answer = new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(13));
		assertThat(Outage
			.ofDatabase(new UncategorizedMongoDbException("not allowed", new MongoCommandException(answer, ADDRESS))))
			.isFalse();
	}

}
