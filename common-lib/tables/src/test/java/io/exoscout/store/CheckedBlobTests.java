package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static io.exoscout.dataset.Problems.assertProblem;

/** What the driver of the database throws while a blob is read. */
class CheckedBlobTests {

	@Test
	void connectionLostWhileReadingIsAnOutageOfTheStore() throws IOException {
		InputStream broken = CheckedBlob.of(new InputStream() {
			@Override
			public int read() {
				throw new MongoSocketWriteException("lost", new ServerAddress(), new IOException("Broken pipe"));
			}
		}, CheckedBlob.AT_ONCE + 1, "0".repeat(64));
		assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", broken::read);
		assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", () -> broken.read(new byte[10], 0, 10));
	}

}
