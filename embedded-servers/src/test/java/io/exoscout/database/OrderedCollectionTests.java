package io.exoscout.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrderedCollectionTests {

	private static final List<Bson> QUESTIONS = List.of(Filters.empty(), Filters.lt("_id", 40), Filters.gte("_id", 40),
			Filters.and(Filters.eq("odd", true), Filters.lt("_id", 40)),
			Filters.and(Filters.lte("_id", 50), Filters.gt("_id", 45)), Filters.lt("_id", 0), Filters.gt("_id", 99),
			Filters.lt("_id", "word"), Filters.gt("_id", "a"), Filters.lt("_id", 40.5));

	@TempDir
	Path dir;

	@Test
	void documentsComeInTheOrderOfTheirIdsWhateverIsAsked() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> some = some(client);
			for (int i = 0; i < 100; i++) {
				some.insertOne(new Document("_id", (i * 37) % 100).append("odd", i % 2 == 1));
			}
			some.insertOne(new Document("_id", "b"));
			compare(some);
			Random random = new Random(1);
			for (int i = 0; i < 50; i++) {
				some.deleteOne(Filters.eq("_id", random.nextInt(100)));
				some.updateOne(Filters.eq("_id", random.nextInt(100)), new Document("$set", new Document("odd", true)));
			}
			some.insertOne(new Document("_id", 200).append("odd", true));
			compare(some);
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			compare(some(client));
		}
	}

	private static void compare(MongoCollection<Document> some) {
		List<Document> all = some.find().into(new ArrayList<>());
		Comparator<Document> byId = Comparator.comparing((document) -> document.get("_id"), OrderedCollectionTests::id);
		Comparator<Document> byOdd = Comparator.comparing((document) -> document.getBoolean("odd"),
				Comparator.nullsFirst(Comparator.naturalOrder()));
		compare(some, all, Sorts.ascending("_id"), byId);
		compare(some, all, Sorts.descending("_id"), byId.reversed());
		compare(some, all, Sorts.orderBy(Sorts.descending("odd"), Sorts.ascending("_id")),
				byOdd.reversed().thenComparing(byId));
		compare(some, all, Sorts.orderBy(Sorts.ascending("odd"), Sorts.descending("_id")),
				byOdd.thenComparing(byId.reversed()));
	}

	private static void compare(MongoCollection<Document> some, List<Document> all, Bson order,
			Comparator<Document> expected) {
		for (Bson question : QUESTIONS) {
			List<Document> matching = some.find(question).into(new ArrayList<>());
			List<Document> sorted = all.stream().filter(matching::contains).sorted(expected).toList();
			assertThat(some.find(question).sort(order).into(new ArrayList<>())).isEqualTo(sorted);
			assertThat(some.find(question).sort(order).skip(3).limit(7).into(new ArrayList<>()))
				.isEqualTo(sorted.stream().skip(3).limit(7).toList());
		}
	}

	/** Numbers come before words. */
	private static int id(Object one, Object other) {
		return (one instanceof Integer number && other instanceof Integer second) ? number.compareTo(second)
				: Boolean.compare(one instanceof String, other instanceof String);
	}

	private static MongoCollection<Document> some(MongoClient client) {
		return client.getDatabase("exoscout").getCollection("some");
	}

}
