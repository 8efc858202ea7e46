package io.exoscout.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.InMemoryCursor;
import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenCursorsTests {

	private static final Document NO_REST = answer(0);

	private Instant now = Instant.EPOCH;

	private final CursorRegistry registry = new CursorRegistry();

	private final OpenCursors cursors = new OpenCursors(this.registry, new Clock() {

		@Override
		public Instant instant() {
			return OpenCursorsTests.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	});

	private static Document answer(long id) {
		return new Document("cursor", new Document("id", id));
	}

	private void open(long id) {
		this.registry.add(new InMemoryCursor(id, List.of(new Document())));
		this.cursors.answered(answer(id));
	}

	private void pass(int minutes) {
		this.now = this.now.plus(Duration.ofMinutes(minutes));
		this.cursors.answered(NO_REST);
	}

	@Test
	void forgetsWhatNobodyFetches() {
		open(1);
		pass(11);
		assertThat(this.registry.size()).isZero();
	}

	@Test
	void keepsWhatIsStillBeingFetched() {
		open(1);
		pass(9);
		this.cursors.answered(answer(1));
		pass(9);
		assertThat(this.registry.size()).isOne();
	}

}
