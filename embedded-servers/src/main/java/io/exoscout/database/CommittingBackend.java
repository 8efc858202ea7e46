package io.exoscout.database;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Commits every write before it is acknowledged; the stock backend does so about once a
 * second and loses that second in a crash. Hands out copies: the stock backend changes
 * documents in place while an earlier answer with them is still being sent. Also speaks
 * the dialects of today's driver that the server does not know, or not well:
 * {@code hello}, listing databases, reading without a batch size, and counting by
 * aggregation.
 */
class CommittingBackend extends H2Backend {

	/** The beginning of the names of all maps that databases have. */
	private static final String MAPS = "databases.";

	/**
	 * No answer may have more than 48 MB: a chunk of a file has 255 kB, a job's document
	 * at most about 2 MB, since a table's header has one at most.
	 */
	private static final int BATCH = 16;

	/** Little at a time, because nobody reads meanwhile. */
	private static final int WRITES_PER_COMPACTION = 125;

	private static final int COMPACTED_BYTES = 1 << 20;

	private static final int FILL_PERCENT = 70;

	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	private final OpenCursors cursors = new OpenCursors(getCursorRegistry(), getClock());

	private final LongConsumer committed;

	private final BooleanSupplier roomy;

	private int writes;

	/**
	 * A backend.
	 * @param store where it keeps everything
	 * @param committed is told the version of the store after every write, before that is
	 * acknowledged
	 * @param roomy whether the disk has room to compact, which takes some at first
	 */
	CommittingBackend(MVStore store, LongConsumer committed, BooleanSupplier roomy) {
		super(store);
		this.committed = committed;
		this.roomy = roomy;
	}

	/**
	 * Opens all databases. The constructor has done so, but passes over those that it can
	 * not read.
	 */
	void openAll() {
		getMvStore().getMapNames()
			.stream()
			.filter((map) -> map.startsWith(MAPS))
			.map((map) -> map.substring(MAPS.length()).split("\\.")[0])
			.distinct()
			.forEach(this::resolveDatabase);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return IndexedDatabase.open(name, getMvStore(), getCursorRegistry());
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		String name = command.toLowerCase(Locale.ROOT);
		if (name.equals("hello")) {
			Document answer = super.handleCommand(channel, database, "ismaster", query);
			answer.put("isWritablePrimary", true);
			return answer;
		}
		if (name.equals("aggregate")) {
			String collection = String.valueOf(query.get("aggregate"));
			Document count = CountedDocuments.command(collection, query);
			if (count != null) {
				return CountedDocuments.answer(database + "." + collection, read(channel, database, "count", count));
			}
		}
		if (WriteGuard.writes(name, query)) {
			return write(channel, database, command, query);
		}
		if (name.equals("listdatabases")) {
			return listDatabases();
		}
		if (!name.equals("find") && !name.equals("getmore")) {
			return read(channel, database, command, query);
		}
		query.putIfAbsent("batchSize", BATCH);
		Document answer = read(channel, database, command, query);
		this.cursors.answered(answer);
		return answer;
	}

	/** The server would open every database anew for it; health checks ask often. */
	private Document listDatabases() {
		List<Document> databases = listDatabaseNames().stream()
			.sorted()
			.map((name) -> new Document("name", name).append("empty", resolveDatabase(name).isEmpty()))
			.toList();
		return new Document("databases", databases).append("ok", 1.0);
	}

	private Document read(Channel channel, String database, String command, Document query) {
		this.lock.readLock().lock();
		try {
			return super.handleCommand(channel, database, command, query).cloneDeeply();
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	// one at a time: a commit in the middle of another write would store half of it
	private Document write(Channel channel, String database, String command, Document query) {
		this.lock.writeLock().lock();
		try {
			Document answer = super.handleCommand(channel, database, command, query).cloneDeeply();
			commit();
			this.committed.accept(getMvStore().getCurrentVersion());
			if (++this.writes % WRITES_PER_COMPACTION == 0 && this.roomy.getAsBoolean()) {
				getMvStore().compact(FILL_PERCENT, COMPACTED_BYTES);
			}
			return answer;
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	/**
	 * Counting as today's driver does it, by aggregation. The server would look at every
	 * document for it; its older {@code count} asks the indexes.
	 */
	private static final class CountedDocuments {

		private static final Document SUM = new Document("$group",
				new Document("_id", 1).append("n", new Document("$sum", 1)));

		private CountedDocuments() {
		}

		/**
		 * What is to be counted, as a {@code count} command; {@code null} if an
		 * aggregation is about more than that.
		 */
		static @Nullable Document command(String collection, Document aggregation) {
			if (!(aggregation.get("pipeline") instanceof List<?> stages) || stages.size() < 2
					|| !SUM.equals(stages.get(stages.size() - 1)) || !(stages.get(0) instanceof Document first)
					|| !(first.get("$match") instanceof Document filter)) {
				return null;
			}
			Document count = new Document("count", collection).append("query", filter);
			if (stages.size() == 2) {
				return count;
			}
			// whether there is any is asked as how many there are, but one at most
			return (stages.size() == 3 && stages.get(1) instanceof Document second
					&& second.get("$limit") instanceof Number limit) ? count.append("limit", limit) : null;
		}

		/** The answer of {@code count} as an aggregation gives it. */
		static Document answer(String namespace, Document count) {
			Object n = count.get("n");
			// it has nothing to say where there is nothing
			List<Document> batch = Integer.valueOf(0).equals(n) ? List.of()
					: List.of(new Document("_id", 1).append("n", n));
			return new Document("cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", batch))
				.append("ok", 1.0);
		}

	}

}
