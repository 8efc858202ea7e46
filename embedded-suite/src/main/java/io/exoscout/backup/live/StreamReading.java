package io.exoscout.backup.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Streams as they are read while events arrive, are learned from, and old ones are let go
 * of. Each is what it was at one entry of its log: the log without gaps up to there, and
 * of all that was made of it only what is of that log. One that is taken back meanwhile
 * is read once more.
 */
public final class StreamReading {

	/** The collections, in the order in which they are to be put back. */
	public static final List<String> COLLECTIONS = List.of("stream_batches", "stream_snapshots", "stream_points",
			"stream_retrainings", "stream_courses", "streams");

	private static final String BATCHES = COLLECTIONS.get(0);

	private static final String SNAPSHOTS = COLLECTIONS.get(1);

	private static final String POINTS = COLLECTIONS.get(2);

	private static final String RETRAININGS = COLLECTIONS.get(3);

	private static final String COURSES = COLLECTIONS.get(4);

	private static final String STREAMS = COLLECTIONS.get(5);

	private static final String ID = "_id";

	private static final String TURNS = "turns";

	private static final int LOOKS = 10;

	private static final Duration PAUSE = Duration.ofMillis(200);

	/** Batches and courses have up to some MB, and not every server counts bytes. */
	private static final int FEW = 4;

	private static final int MANY = 1000;

	private final MongoDatabase database;

	private final Collected collected;

	/**
	 * Streams of a database.
	 * @param collected keeps the bytes that a document names
	 */
	public StreamReading(MongoDatabase database, Collected collected) {
		this.database = database;
		this.collected = collected;
	}

	/** Keeps stored bytes. */
	@FunctionalInterface
	public interface Collected {

		/** Whether all bytes that a document names are kept now. */
		boolean all(String collection, Document document) throws IOException;

	}

	/** What came of reading a stream. */
	private enum Outcome {

		READ, GONE, MOVED, LOST, TORN

	}

	/**
	 * Reads all streams.
	 * @param draft a file to lay them down in
	 * @param sink takes their documents
	 * @return why some are not read: they were taken back again and again meanwhile, or
	 * their bytes are lost
	 */
	public List<String> read(Path draft, DocumentSink sink) throws IOException {
		List<String> failed = new ArrayList<>();
		for (String id : ids()) {
			try (StagedDocuments staged = new StagedDocuments(draft)) {
				Outcome outcome = read(id, staged);
				for (int look = 1; look < LOOKS && outcome != Outcome.READ && outcome != Outcome.GONE; look++) {
					LockSupport.parkNanos(PAUSE.toNanos());
					staged.clear();
					outcome = read(id, staged);
				}
				switch (outcome) {
					// one that is torn where it stands is no better here than there
					case READ, TORN -> staged.into(sink);
					case MOVED -> failed.add("the stream '%s' was taken back again and again meanwhile".formatted(id));
					case LOST ->
						failed.add("of the stream '%s' a snapshot or state names bytes that the store does not have"
							.formatted(id));
					case GONE -> {
					}
				}
			}
		}
		return failed;
	}

	private List<String> ids() {
		return this.database.getCollection(STREAMS)
			.find()
			.projection(new Document(ID, 1))
			.batchSize(MANY)
			.map((stream) -> stream.getString(ID))
			.into(new ArrayList<>());
	}

	private Outcome read(String id, StagedDocuments staged) throws IOException {
		Document stream = one(STREAMS, id);
		if (stream == null) {
			return Outcome.GONE;
		}
		// whoever takes a stream back changes this one last
		Document before = one(COURSES, id);
		LogReading log = new LogReading(id, staged);
		log.goOn();
		Document course = one(COURSES, id);
		// what it was made of came before it
		log.goOn();
		if (course != null) {
			staged.document(COURSES, course);
		}
		boolean bytes = course == null || this.collected.all(COURSES, course);
		bytes &= copy(SNAPSHOTS, id, FEW, (snapshot) -> snapshot.getLong("next_batch") <= log.next, staged);
		bytes &= copy(POINTS, id, MANY, (point) -> point.getLong("seq") <= log.lastSeq, staged);
		bytes &= copy(RETRAININGS, id, MANY, (asked) -> asked.getLong("seq") <= log.lastSeq, staged);
		Document now = one(STREAMS, id);
		if (now == null) {
			return Outcome.GONE;
		}
		staged.document(STREAMS, now);
		boolean cut = before != null && !Objects.equals(before.get(TURNS), stream.get(TURNS));
		if (cut || log.gap || !Objects.equals(stream.get(TURNS), now.get(TURNS))) {
			return Outcome.MOVED;
		}
		if (!bytes) {
			return Outcome.LOST;
		}
		return isOf(log, now, course) ? Outcome.READ : Outcome.TORN;
	}

	/** Whether the stream can go on from what was read. */
	private static boolean isOf(LogReading log, Document stream, @Nullable Document course) {
		if (course == null) {
			return log.first == 0;
		}
		Long state = course.getLong("state_batch");
		boolean reached = state != null && state > log.first && state <= log.next;
		return Objects.equals(course.get(TURNS), stream.get(TURNS)) && (reached || log.first == 0);
	}

	private @Nullable Document one(String collection, String id) {
		return this.database.getCollection(collection).find(Filters.eq(ID, id)).first();
	}

	/** Documents whose ids begin with that of the stream, in their order. */
	private FindIterable<Document> of(String collection, String from, String id, int batch) {
		// the sign after the one between a stream and a number
		Bson own = Filters.and(Filters.gte(ID, from), Filters.lt(ID, id + "0"));
		return this.database.getCollection(collection).find(own).sort(Sorts.ascending(ID)).batchSize(batch);
	}

	private boolean copy(String collection, String id, int batch, Predicate<Document> wanted, StagedDocuments staged)
			throws IOException {
		boolean bytes = true;
		try (MongoCursor<Document> documents = of(collection, id + "/", id, batch).cursor()) {
			while (documents.hasNext()) {
				Document next = documents.next();
				if (wanted.test(next)) {
					staged.document(collection, next);
					bytes &= this.collected.all(collection, next);
				}
			}
		}
		return bytes;
	}

	/** A log that is read in two goes: the second adds what was appended since. */
	private final class LogReading {

		private final String id;

		private final StagedDocuments staged;

		private long first = -1;

		private long next;

		private long lastSeq;

		private boolean gap;

		LogReading(String id, StagedDocuments staged) {
			this.id = id;
			this.staged = staged;
		}

		void goOn() throws IOException {
			boolean again = this.first >= 0;
			String from = "%s/%012d".formatted(this.id, this.next);
			try (MongoCursor<Document> batches = of(BATCHES, from, this.id, FEW).cursor()) {
				while (batches.hasNext()) {
					add(batches.next(), again);
				}
			}
			if (this.first < 0) {
				this.first = 0;
			}
			if (again && this.first > 0) {
				this.staged.document(BATCHES, new Document(ID, this.id).append("first", this.first));
			}
		}

		private void add(Document batch, boolean again) throws IOException {
			long number = batch.getLong("number");
			if (number != this.next) {
				// old ones were let go of while this was read; what is there now has none
				// missing
				this.gap |= again;
				this.staged.clear();
				this.first = number;
			}
			else if (this.first < 0) {
				this.first = 0;
			}
			this.staged.document(BATCHES, batch);
			this.next = number + 1;
			this.lastSeq = batch.getLong("first_seq") + batch.getInteger("count") - 1;
		}

	}

}
