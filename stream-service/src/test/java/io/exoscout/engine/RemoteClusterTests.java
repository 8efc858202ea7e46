package io.exoscout.engine;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import io.exoscout.engine.parts.ClusterClient;
import io.exoscout.engine.parts.ClusterSettings;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the service says of a cluster that is not there. */
class RemoteClusterTests {

	/** Nobody listens there. */
	private static final int CLOSED = 1;

	/** Nobody asks how far a stream has come that can not be given to anybody. */
	private static final StreamResults UNASKED = (StreamResults) Proxy.newProxyInstance(
			RemoteClusterTests.class.getClassLoader(), new Class<?>[] { StreamResults.class },
			(proxy, method, sent) -> {
				throw new AssertionError(method);
			});

	private static final FoldSurroundings SURROUNDINGS = new FoldSurroundings(null, null, UNASKED, null, null);

	@TempDir
	Path dir;

	@Test
	void aJobManagerThatIsAwayIsSaidToBe() {
		ClusterSettings settings = new ClusterSettings("127.0.0.1", 6123, 6124, CLOSED, 0, 0, "127.0.0.1", null, 8,
				null, Duration.ofSeconds(6));
		try (RemoteCluster cluster = new RemoteCluster(SURROUNDINGS, this.dir, new ClusterClient(settings), 4)) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cluster.runs("a"))
				.returns(ErrorCode.STREAM_ENGINE_UNAVAILABLE, ProblemException::code);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cluster.halt("a"))
				.returns(ErrorCode.STREAM_ENGINE_UNAVAILABLE, ProblemException::code);
			assertThat(cluster.count()).isNaN();
		}
	}

	@Test
	void aJobIsCalledByItsStreamAndTurn() {
		assertThat(Set.of(FoldJob.name("0a1b", 0), FoldJob.name("0a1b", 1))).hasSize(2)
			.allMatch((job) -> FoldJob.stream(job).equals("0a1b"));
		assertThat(FoldJob.stream("somebody else's")).isEmpty();
	}

}
