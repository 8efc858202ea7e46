package io.exoscout.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MendingBackendTests {

	@TempDir
	private Path dir;

	private Path file;

	private MVStore store;

	private MendingBackend backend;

	@BeforeEach
	void open() {
		this.file = this.dir.resolve("store.mv");
		this.backend = new MendingBackend(opened(), new WriteGuard(this.file), this::opened);
		assertThat(insert(1).get("ok")).isEqualTo(1.0);
	}

	private CommittingBackend opened() {
		this.store = new MVStore.Builder().fileName(this.file.toString()).autoCommitDisabled().open();
		CommittingBackend opened = new CommittingBackend(this.store, (version) -> {
		}, () -> true);
		opened.openAll();
		return opened;
	}

	@AfterEach
	void close() {
		this.store.closeImmediately();
	}

	private Document insert(int id) {
		return command("insert", new Document("insert", "jobs").append("documents", List.of(new Document("_id", id))));
	}

	private Document find() {
		return command("find", new Document("find", "jobs").append("filter", new Document()));
	}

	private Document command(String name, Document query) {
		return this.backend.handleCommand(new EmbeddedChannel(), "exoscout", name, query);
	}

	private boolean isWritable() {
		return Boolean.TRUE.equals(command("hello", new Document("hello", 1)).get("isWritablePrimary"));
	}

	@Test
	void opensAStoreAgainThatHasClosedItself() {
		this.store.closeImmediately();
		assertThat(find().toString()).contains("\"_id\" : 1");
		assertThat(insert(2).get("ok")).isEqualTo(1.0);
		assertThat(find().toString()).contains("\"_id\" : 2");
	}

	@Test
	void refusesWritesAndGoesOnReadingWhileTheFileCanNotBeWritten() throws IOException {
		// root may write what is read-only, but not what is not there
		Files.move(this.file, this.dir.resolve("elsewhere"));
		assertThat(insert(2)).containsEntry("ok", 0.0).containsEntry("code", WriteGuard.WRITES_BLOCKED);
		assertThat(find().toString()).contains("\"_id\" : 1").doesNotContain("\"_id\" : 2");
		assertThat(isWritable()).isFalse();
		Files.move(this.dir.resolve("elsewhere"), this.file);
		assertThat(insert(2).get("ok")).isEqualTo(1.0);
		assertThat(isWritable()).isTrue();
	}

	@Test
	void onePageThatCanNotBeReadTakesNoOtherAlong() {
		MVStore whole = this.store;
		CommittingBackend torn = new CommittingBackend(whole, (version) -> {
		}, () -> true) {
			@Override
			public Document handleCommand(Channel channel, String database, String command, Document query) {
				if (command.equals("find")) {
					throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "a page is torn");
				}
				return super.handleCommand(channel, database, command, query);
			}
		};
		this.backend = new MendingBackend(torn, new WriteGuard(this.file), this::opened);
		assertThatExceptionOfType(MVStoreException.class).isThrownBy(this::find);
		assertThat(whole.isClosed()).isFalse();
		assertThat(insert(2).get("ok")).isEqualTo(1.0);
	}

	@Test
	void whatMakesRoomIsLetInForLonger() {
		Document mark = new Document("insert", "model_removals");
		assertThat(WriteGuard.deletes("insert", mark)).isTrue();
		assertThat(WriteGuard.deletes("insert", new Document("insert", "jobs"))).isFalse();
		assertThat(WriteGuard.deletes("delete", new Document("delete", "jobs"))).isTrue();
		assertThat(WriteGuard.deletes("findandmodify", new Document("remove", true))).isTrue();
		assertThat(WriteGuard.deletes("findandmodify", new Document("update", new Document()))).isFalse();
	}

	@Test
	void aggregationIsAReadUnlessItStoresWhatItFinds() {
		Document reading = new Document("pipeline", List.of(new Document("$match", new Document())));
		Document storing = new Document("pipeline", List.of(new Document("$out", "others")));
		assertThat(WriteGuard.writes("aggregate", reading)).isFalse();
		assertThat(WriteGuard.writes("aggregate", storing)).isTrue();
		assertThat(WriteGuard.writes("update", new Document())).isTrue();
		assertThat(WriteGuard.writes("find", new Document())).isFalse();
	}

}
