package io.exoscout.database;

import java.util.List;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommittingBackendTests {

	private int opened;

	private final CommittingBackend backend = new CommittingBackend(new MVStore.Builder().open(), (version) -> {
	}, () -> true) {
		@Override
		protected MongoDatabase openOrCreateDatabase(String name) {
			CommittingBackendTests.this.opened++;
			return super.openOrCreateDatabase(name);
		}
	};

	private Document command(String name, Document query) {
		return this.backend.handleCommand(new EmbeddedChannel(), "exoscout", name, query);
	}

	@Test
	void leavesAnAnswerAsItWasWhateverIsWrittenAfterwards() {
		command("insert", new Document("insert", "jobs").append("documents", List.of(new Document("_id", 1))));
		Document found = command("find", new Document("find", "jobs").append("filter", new Document()));
		Document modified = command("findAndModify",
				new Document("findAndModify", "jobs").append("query", new Document("_id", 1))
					.append("update", new Document("$set", new Document("status", "queued")))
					.append("new", true));
		command("update", new Document("update", "jobs").append("updates", List.of(new Document("q", new Document())
			.append("u", new Document("$set", new Document("status", "running"))))));
		assertThat(found.toString()).contains("\"_id\" : 1").doesNotContain("status");
		assertThat(modified.toString()).contains("queued").doesNotContain("running");
	}

	@Test
	void listsDatabasesWithoutOpeningThemAnew() {
		command("insert", new Document("insert", "jobs").append("documents", List.of(new Document("_id", 1))));
		this.opened = 0;
		assertThat(command("listDatabases", new Document("listDatabases", 1)).toString()).contains("exoscout");
		assertThat(this.opened).isZero();
	}

	@Test
	void keepsAllItsDocumentsAsBson() {
		command("ping", new Document("ping", 1));
		command("insert", new Document("insert", "jobs").append("documents", List.of(new Document("_id", 1))));
		command("createIndexes", new Document("createIndexes", "jobs").append("indexes",
				List.of(new Document("name", "status").append("key", new Document("status", 1)))));
		MVStore store = this.backend.getMvStore();
		List<String> maps = store.getMapNames().stream().filter((map) -> map.startsWith("databases.")).toList();
		assertThat(maps).hasSizeGreaterThan(2)
			.allSatisfy((map) -> assertThat(store.openMap(map).getValueType()).isInstanceOf(DocumentType.class));
	}

}
