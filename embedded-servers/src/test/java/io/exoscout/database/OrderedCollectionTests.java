package io.exoscout.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
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

	private static final List<Bson> ABOUT_VALUES = List.of(Filters.empty(), Filters.and(List.of(Filters.empty())),
			Filters.eq("star.radius", 3), Filters.ne("star.radius", null), Filters.eq("star.radius", null),
			Filters.exists("star.radius"), Filters.exists("star.radius", false), Filters.regex("name", "\\QK-1\\E"),
			Filters.and(Filters.gte("star.radius", 2.5), Filters.lte("star.radius", 6), Filters.ne("kind", "b")),
			Filters.or(Filters.eq("star.radius", null), Filters.gt("star.limit", 0), Filters.lt("name", "K-2")),
			Filters.in("kind", "a", "c"), Filters.not(Filters.eq("kind", "a")), Filters.eq("tags", "odd"),
			Filters.and(Filters.eq("kind", "a"), Filters.lt("_id", 60)), Filters.eq("kind", "nothing"));

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

	@Test
	void documentsComeInTheOrderOfTheirValuesWhateverIsAsked() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.dir);
				MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> some = some(client);
			some.createIndex(Indexes.ascending("kind"));
			some.insertMany(IntStream.range(0, 100).mapToObj((i) -> made((i * 37) % 100)).toList());
			compareValues(some);
			Random random = new Random(2);
			for (int i = 0; i < 20; i++) {
				int id = random.nextInt(120);
				some.deleteOne(Filters.eq("_id", random.nextInt(100)));
				some.updateOne(Filters.eq("_id", random.nextInt(100)), Updates.set("star.radius", i));
				some.updateOne(Filters.eq("_id", random.nextInt(100)), Updates.unset("star.radius"));
				some.replaceOne(Filters.eq("_id", id), made(id).append("kind", "c"), new ReplaceOptions().upsert(true));
			}
			compareValues(some);
			some.insertOne(made(200).append("star", new Document("radius", List.of(1, 7)).append("limit", 1)));
			compareValues(some);
		}
	}

	/** Some lack a value, and of some it is null or of another type. */
	private static Document made(int id) {
		Document star = new Document("limit", id % 2 - 1);
		if (id % 5 != 0) {
			star.append("radius", (id % 7 == 0) ? null : (id % 3 == 0) ? id / 4.0 : (Object) (id / 4));
		}
		return new Document("_id", id).append("name", "K-" + id % 30)
			.append("kind", (id % 3 == 0) ? "a" : "b")
			.append("tags", (id % 4 == 0) ? List.of("odd", "old") : "odd")
			.append("star", star);
	}

	private static void compareValues(MongoCollection<Document> some) {
		for (Bson question : ABOUT_VALUES) {
			List<Document> matching = some.find(question).into(new ArrayList<>());
			assertThat(some.countDocuments(question)).as("%s", question).isEqualTo(matching.size());
			Comparator<Document> byName = Comparator.comparing((document) -> document.getString("name"));
			Comparator<Document> byId = Comparator.comparing((document) -> document.getInteger("_id"));
			assertThat(some.find(question).sort(Sorts.descending("name", "_id")).into(new ArrayList<>()))
				.isEqualTo(matching.stream().sorted(byName.thenComparing(byId).reversed()).toList());
			List<Document> byRadius = some.find(question)
				.sort(Sorts.ascending("star.radius", "_id"))
				.into(new ArrayList<>());
			assertThat(byRadius).hasSameElementsAs(matching).hasSize(matching.size());
			assertThat(byRadius.stream().map((one) -> one.get("star", Document.class).get("radius")))
				.filteredOn(Number.class::isInstance)
				.extracting((radius) -> ((Number) radius).doubleValue())
				.isSorted();
			assertThat(some.find(question).sort(Sorts.ascending("star.radius", "_id")).skip(5).limit(9))
				.containsExactlyElementsOf(byRadius.stream().skip(5).limit(9).toList());
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
