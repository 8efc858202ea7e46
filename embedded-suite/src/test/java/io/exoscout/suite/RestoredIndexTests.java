package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.exoscout.database.StartMode;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class RestoredIndexTests {

	@TempDir
	Path dir;

	@Test
	void restoredDatabaseHasTheIndexesThatAServiceWouldMake() throws IOException {
		Path from = this.dir.resolve("from");
		Path to = this.dir.resolve("to");
		try (DatabaseServer server = DatabaseServer.start(from, StartMode.CAREFUL);
				MongoClient client = MongoClients.create(server.uri())) {
			client.getDatabase("exoscout").getCollection("planets").insertOne(new Document("_id", "p"));
		}
		command(from).backup(quiet());
		command(to).restore(quiet());
		try (DatabaseServer server = DatabaseServer.start(to, StartMode.CAREFUL);
				MongoClient client = MongoClients.create(server.uri())) {
			assertThat(keys(client.getDatabase("exoscout").getCollection("jobs").listIndexes()))
				.containsExactlyInAnyOrderElementsOf(keysOfAService());
			assertThat(keys(client.getDatabase("exoscout").getCollection("models").listIndexes()))
				.contains(new Document("file.sha256", 1));
		}
	}

	private BackupCommand command(Path home) {
		return new BackupCommand(this.dir.resolve("backup.zip").toString(), new String[] { "--exoscout.home=" + home });
	}

	private static PrintStream quiet() {
		return new PrintStream(PrintStream.nullOutputStream());
	}

	private static List<Document> keysOfAService() {
		try (ConfigurableApplicationContext service = TestServers.context(WorkConfiguration.class)) {
			TestServers.clear(service);
			service.getBean(Jobs.class).submit(TestJobs.kepler("a"));
			return keys(service.getBean(MongoOperations.class).getCollection("jobs").listIndexes());
		}
	}

	private static List<Document> keys(Iterable<Document> indexes) {
		List<Document> keys = new ArrayList<>();
		indexes.forEach((index) -> keys.add(index.get("key", Document.class)));
		return keys;
	}

}
