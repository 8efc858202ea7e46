package io.exoscout.suite;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommittingBackendTests {

	private final CommittingBackend backend = new CommittingBackend(new MVStore.Builder().open());

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

}
