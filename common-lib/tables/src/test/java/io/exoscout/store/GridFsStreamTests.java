package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static io.exoscout.dataset.Problems.assertProblem;

class GridFsStreamTests {

	@Test
	void connectionLostWhileReadingIsAnOutageOfTheStore() {
		InputStream broken = new GridFsStream(new InputStream() {
			@Override
			public int read() {
				throw new MongoSocketWriteException("lost", new ServerAddress(), new IOException("Broken pipe"));
			}
		});
		assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", broken::read);
		assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", () -> broken.read(new byte[10], 0, 10));
	}

}
