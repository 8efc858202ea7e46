package io.exoscout.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FieldIndexTests {

	private static final List<Bson> QUESTIONS = List.of(Filters.eq("status", "queued"),
			Filters.in("status", "running", "completed"),
			Filters.and(Filters.eq("status", "running"), Filters.gt("attempts", 2)),
			Filters.and(Filters.eq("_id", "job-7"), Filters.eq("status", "queued")),
			Filters.and(Filters.eq("_id", "job-8"), Filters.ne("status", "queued")), Filters.eq("dataset.sha256", "d3"),
			Filters.in("dataset.sha256", "d1", "d4", "unknown"), Filters.eq("labels", "second"),
			Filters.and(Filters.eq("_id", "unknown"), Filters.eq("status", "queued")), Filters.eq("status", null));

	private static final List<String> STATES = List.of("queued", "running", "completed", "error");

	@TempDir
	Path dir;

	@Test
	void indexedCollectionAnswersAsAnyOther() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> plain = collection(client, "plain");
			MongoCollection<Document> indexed = collection(client, "indexed");
			change(plain, new Random(1));
			List.of("status", "dataset.sha256", "labels")
				.forEach((field) -> indexed.createIndex(Indexes.ascending(field)));
			change(indexed, new Random(1));
			assertThat(answers(indexed)).isEqualTo(answers(plain));
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> indexed = collection(client, "indexed");
			assertThat(answers(indexed)).as("after a restart").isEqualTo(answers(collection(client, "plain")));
			assertThat(answers(indexed).get(0)).as("queued").isNotEmpty();
		}
	}

	@Test
	void countsAsManyAsItFinds() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> jobs = collection(client, "jobs");
			jobs.createIndex(Indexes.ascending("status"));
			change(jobs, new Random(2));
			assertThat(QUESTIONS).allSatisfy((question) -> assertThat(jobs.countDocuments(question))
				.isEqualTo(jobs.find(question).into(new ArrayList<>()).size()));
			assertThat(QUESTIONS)
				.allSatisfy((question) -> assertThat(jobs.countDocuments(question, new CountOptions().limit(1)))
					.isEqualTo((jobs.find(question).first() != null) ? 1 : 0));
			assertThat(jobs.countDocuments()).isEqualTo(jobs.find().into(new ArrayList<>()).size()).isPositive();
		}
	}

	private static MongoCollection<Document> collection(MongoClient client, String name) {
		return client.getDatabase("exoscout").getCollection(name);
	}

	private static void change(MongoCollection<Document> jobs, Random random) {
		for (int i = 0; i < 100; i++) {
			jobs.insertOne(new Document("_id", "job-" + i).append("status", STATES.get(random.nextInt(4)))
				.append("attempts", random.nextInt(5))
				.append("labels", List.of("first", (i % 3 == 0) ? "second" : "third"))
				.append("dataset", new Document("sha256", "d" + random.nextInt(10))));
		}
		for (int i = 0; i < 100; i++) {
			Bson one = Filters.eq("_id", "job-" + random.nextInt(100));
			switch (random.nextInt(4)) {
				case 0 -> jobs.deleteOne(one);
				case 1 -> jobs.updateOne(one, Updates.unset("status"));
				default -> jobs.findOneAndUpdate(one, Updates.set("status", STATES.get(random.nextInt(4))));
			}
		}
		jobs.updateMany(Filters.and(Filters.eq("status", "error"), Filters.gt("attempts", 1)),
				Updates.set("status", "queued"));
	}

	private static List<List<Document>> answers(MongoCollection<Document> jobs) {
		List<List<Document>> answers = new ArrayList<>();
		QUESTIONS.forEach(
				(question) -> answers.add(jobs.find(question).sort(new Document("_id", 1)).into(new ArrayList<>())));
		return answers;
	}

}
