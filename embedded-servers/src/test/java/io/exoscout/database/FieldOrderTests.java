package io.exoscout.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import de.bwaldvogel.mongo.backend.IndexKey;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FieldOrderTests {

	private static final List<Bson> QUESTIONS = List.of(Filters.eq("status", "queued"),
			Filters.and(Filters.eq("status", "queued"), Filters.eq("owner", "anna")),
			Filters.and(Filters.eq("status", "queued"), Filters.eq("owner", null)),
			Filters.and(Filters.eq("status", "queued"), Filters.gt("owner", "")),
			Filters.and(Filters.eq("status", "queued"), Filters.gt("owner", "anna")),
			Filters.and(Filters.eq("status", "queued"), Filters.gt("owner", "anna"), Filters.exists("sent")),
			Filters.and(Filters.eq("status", "queued"), Filters.gt("owner", "zoe")),
			Filters.and(Filters.eq("status", "running"), Filters.eq("owner", "bert"), Filters.exists("sent")),
			Filters.and(Filters.eq("status", "nowhere"), Filters.eq("owner", "bert")));

	private static final List<Bson> ORDERS = List.of(Sorts.ascending("owner", "at"), Sorts.ascending("at"),
			Sorts.ascending("owner"), Sorts.descending("at"), Sorts.ascending("at", "owner"));

	@TempDir
	Path dir;

	@Test
	void orderedCollectionAnswersAsAnyOther() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			collection(client, "indexed").createIndex(Indexes.ascending("status", "owner", "at"));
			change(collection(client, "plain"));
			change(collection(client, "indexed"));
			compare(client);
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			compare(client);
		}
	}

	private static void compare(MongoClient client) {
		MongoCollection<Document> plain = collection(client, "plain");
		MongoCollection<Document> indexed = collection(client, "indexed");
		for (Bson question : QUESTIONS) {
			for (Bson order : ORDERS) {
				assertThat(keys(indexed, question, order, 0)).isEqualTo(keys(plain, question, order, 0));
				assertThat(keys(indexed, question, order, 2)).isEqualTo(keys(plain, question, order, 2));
			}
		}
		assertThat(plain.find(QUESTIONS.get(2)).first()).isNotNull();
		assertThat(plain.find(QUESTIONS.get(5)).first()).isNotNull();
	}

	/** What documents are ordered by, since two with the same may come either way. */
	private static List<List<Object>> keys(MongoCollection<Document> from, Bson question, Bson order, int limit) {
		return from.find(question)
			.sort(order)
			.limit(limit)
			.into(new ArrayList<>())
			.stream()
			.map((document) -> order.toBsonDocument().keySet().stream().map(document::get).toList())
			.toList();
	}

	private static void change(MongoCollection<Document> jobs) {
		Random random = new Random(1);
		List<String> owners = List.of("", "anna", "bert", "carl");
		for (int i = 0; i < 200; i++) {
			Document job = new Document("_id", "job-" + i).append("status", "queued")
				.append("at", Date.from(Instant.EPOCH.plusSeconds((i * 37) % 200)));
			String owner = owners.get(random.nextInt(4));
			jobs.insertOne(owner.isEmpty() ? job : job.append("owner", owner));
		}
		for (int i = 0; i < 150; i++) {
			Bson one = Filters.eq("_id", "job-" + random.nextInt(200));
			switch (random.nextInt(4)) {
				case 0 -> jobs.deleteOne(one);
				case 1 -> jobs.updateOne(one, new Document("$set", new Document("status", "running")));
				case 2 -> jobs.updateOne(one, new Document("$set", new Document("sent", i)));
				default -> jobs.updateOne(one,
						new Document("$set", new Document("at", Date.from(Instant.EPOCH.plusSeconds(1000 + i)))));
			}
		}
	}

	@Test
	void knowsWhereTheFirstOnesAreWithoutTheOthers() {
		FieldOrder order = FieldOrder.of(List.of(new IndexKey("status", true), new IndexKey("at", true))).orElseThrow();
		for (int i = 0; i < 10; i++) {
			order.add(job("queued", 9 - i), "job-" + i);
		}
		assertThat(order.fit(query("status", "queued"), query("at", 1))).isEqualTo(1);
		assertThat(order.positions(query("status", "queued")).limit(2)).containsExactly("job-9", "job-8");
	}

	@Test
	void leavesOtherOrdersToOthers() {
		FieldOrder order = FieldOrder.of(List.of(new IndexKey("status", true), new IndexKey("at", true))).orElseThrow();
		assertThat(order.fit(query("status", "queued"), query("at", -1))).isZero();
		assertThat(order.fit(query("status", "queued"), query("owner", 1))).isZero();
		assertThat(order.fit(query("owner", "anna"), query("at", 1))).isZero();
		order.add(new de.bwaldvogel.mongo.bson.Document("status", List.of("queued", "held")), "job-0");
		assertThat(order.fit(query("status", "queued"), query("at", 1))).as("with lists in it").isZero();
		assertThat(FieldOrder.of(List.of(new IndexKey("at", false), new IndexKey("_id", false)))).isEmpty();
		assertThat(FieldOrder.of(List.of(new IndexKey("at", true)))).isEmpty();
	}

	@Test
	void theMoreOfAQueryItNamesTheBetterItFits() {
		FieldOrder byTime = FieldOrder.of(List.of(new IndexKey("status", true), new IndexKey("at", true)))
			.orElseThrow();
		FieldOrder byOwner = FieldOrder
			.of(List.of(new IndexKey("status", true), new IndexKey("owner", true), new IndexKey("at", true)))
			.orElseThrow();
		de.bwaldvogel.mongo.bson.Document nobodys = query("status", "queued").append("owner", null);
		assertThat(byTime.fit(nobodys, query("at", 1))).isEqualTo(1);
		assertThat(byOwner.fit(nobodys, query("at", 1))).isEqualTo(2);
	}

	private static de.bwaldvogel.mongo.bson.Document job(String status, int at) {
		return query("status", status).append("at", at);
	}

	private static de.bwaldvogel.mongo.bson.Document query(String field, Object value) {
		return new de.bwaldvogel.mongo.bson.Document(field, value);
	}

	private static MongoCollection<Document> collection(MongoClient client, String name) {
		return client.getDatabase("exoscout").getCollection(name);
	}

}
