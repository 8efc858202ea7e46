package io.exoscout.servers;

import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * One MongoDB, a replica set of one, for all tests of a run. Only a container can be had,
 * so without a Docker engine these tests are skipped.
 */
public final class MongoDb {

	private static final String IMAGE = "mongo:8.0";

	private static MongoDBContainer server;

	private MongoDb() {
	}

	/** How clients reach it; started by whoever asks first. */
	public static synchronized String uri() {
		if (server == null) {
			Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(),
					"MongoDB is tested where a Docker engine answers");
			server = new MongoDBContainer(IMAGE).withReplicaSet();
			server.start();
		}
		return server.getReplicaSetUrl("exoscout");
	}

	/** The Spring properties that point a service at it. */
	public static Map<String, Object> properties() {
		return Map.of("spring.mongodb.uri", uri());
	}

}
