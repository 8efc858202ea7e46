package io.exoscout.installation;

import java.time.Duration;
import java.time.Instant;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackupMarkTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final MongoServer server = new MongoServer(new MemoryBackend());

	private final MongoClient client = MongoClients.create("mongodb://localhost:" + this.server.bind().getPort());

	private final BackupMark mark = new BackupMark(this.client.getDatabase("exoscout"));

	@AfterEach
	void stop() {
		this.client.close();
		this.server.shutdownNow();
	}

	@Test
	void thereIsNoneBeforeTheFirstBackup() {
		assertThat(this.mark.last()).isEmpty();
	}

	@Test
	void ofTwoSideBySideTheLaterOneStays() {
		this.mark.note(NOON.plusSeconds(60));
		this.mark.note(NOON);
		assertThat(this.mark.last()).contains(NOON.plusSeconds(60));
	}

	@Test
	void whatAWrongClockNotedIsForgotten() {
		this.mark.note(NOON.plus(Duration.ofDays(3650)));
		this.mark.note(NOON);
		assertThat(this.mark.last()).contains(NOON);
	}

}
