package io.exoscout.suite;

import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.database.StartFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseServerTests {

	@TempDir
	Path home;

	@Test
	void keepsWhatWasWrittenBeforeItWasStopped() {
		try (DatabaseServer database = start(); MongoClient client = MongoClients.create(database.uri())) {
			client.getDatabase("exoscout").getCollection("jobs").insertOne(new Document("_id", "a"));
		}
		try (DatabaseServer database = start(); MongoClient client = MongoClients.create(database.uri())) {
			assertThat(client.getDatabase("exoscout").getCollection("jobs").find()).hasSize(1);
		}
	}

	@Test
	void givesMoreThanAMessageCanHold() {
		try (DatabaseServer database = start(); MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> jobs = client.getDatabase("exoscout").getCollection("jobs");
			String note = "x".repeat(250_000);
			for (int i = 0; i < 200; i++) {
				jobs.insertOne(new Document("_id", i).append("note", note));
			}
			assertThat(jobs.find().map((job) -> job.getInteger("_id"))).hasSize(200).doesNotHaveDuplicates();
		}
	}

	@Test
	void keepsOthersOutOfItsDataDirectory() {
		try (DatabaseServer database = start()) {
			assertThatExceptionOfType(StartFailed.class).isThrownBy(this::start)
				.withMessageContaining(this.home.toString())
				.withMessageContaining("in use");
			assertThat(database.uri()).startsWith("mongodb://127.0.0.1:");
		}
	}

	@Test
	void listensForOthersOnlyWhenTold() {
		assertThatExceptionOfType(StartFailed.class)
			.isThrownBy(() -> DatabaseServer.start("--exoscout.home=" + this.home, "--server.port=0",
					"--server.address=0.0.0.0"))
			.withMessageContaining("EXOSCOUT_SECURITY_MODE");
		DatabaseServer
			.start("--exoscout.home=" + this.home, "--server.port=0", "--server.address=0.0.0.0",
					"--exoscout.security.mode=open")
			.close();
	}

	private DatabaseServer start() {
		return DatabaseServer.start("--exoscout.home=" + this.home, "--server.port=0");
	}

}
