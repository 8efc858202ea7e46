package io.exoscout.database;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The backend of a store that closes itself at the first write that fails: refuses writes
 * that the disk will not take, and opens the store anew when it was closed all the same.
 * What was acknowledged is in it. A file that can only be read is opened for reading.
 */
class MendingBackend implements MongoBackend {

	private static final Logger log = LoggerFactory.getLogger(MendingBackend.class);

	/** A file that can not be opened is not tried more often. */
	private static final long PAUSE = Duration.ofSeconds(1).toNanos();

	private final Supplier<CommittingBackend> opening;

	private final WriteGuard guard;

	private volatile CommittingBackend current;

	private boolean closed;

	/** How often in a row it could not be opened. */
	private int failures;

	private long tried = System.nanoTime() - PAUSE;

	/**
	 * A backend.
	 * @param first of the store as it was opened
	 * @param guard says whether its file can be written
	 * @param opening opens the file anew
	 */
	MendingBackend(CommittingBackend first, WriteGuard guard, Supplier<CommittingBackend> opening) {
		this.current = first;
		this.guard = guard;
		this.opening = opening;
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		String name = command.toLowerCase(Locale.ROOT);
		boolean write = WriteGuard.writes(name, query);
		Document refusal = write ? this.guard.refusal(name, query) : null;
		if (refusal != null) {
			return refusal;
		}
		CommittingBackend backend = usable(write);
		if (backend.getMvStore().isClosed()) {
			return failed();
		}
		try {
			Document answer = backend.handleCommand(channel, database, command, query);
			if (name.equals("hello")) {
				answer.put("isWritablePrimary", this.guard.isWritable() && !backend.getMvStore().isClosed());
			}
			return answer;
		}
		catch (MVStoreException | UncheckedIOException ex) {
			if (!backend.getMvStore().isClosed()) {
				// one page that can not be read must not take the others along
				throw ex;
			}
			log.warn("The database failed and is opened anew: {}", ex.getMessage());
			log.debug("This is how the database failed", ex);
			reopen(backend);
			return failed();
		}
	}

	private static Document failed() {
		return WriteGuard.error(WriteGuard.SHUTDOWN_IN_PROGRESS, "ShutdownInProgress",
				"the file of the database failed");
	}

	private CommittingBackend usable(boolean write) {
		CommittingBackend backend = this.current;
		if (backend.getMvStore().isClosed() || (write && backend.getMvStore().isReadOnly())) {
			reopen(backend);
		}
		return this.current;
	}

	private synchronized void reopen(CommittingBackend failed) {
		if (this.closed || this.current != failed || System.nanoTime() - this.tried < PAUSE) {
			return;
		}
		this.tried = System.nanoTime();
		failed.getMvStore().closeImmediately();
		try {
			this.current = this.opening.get();
			this.failures = 0;
			log.info("The database is open again{}",
					this.current.getMvStore().isReadOnly() ? ", for reading alone: its file is read-only" : "");
		}
		catch (StartFailed | MVStoreException | UncheckedIOException ex) {
			// tried again in a second, and said once
			log.atLevel((this.failures++ == 0) ? Level.WARN : Level.DEBUG)
				.log("The database can not be opened anew: {}", ex.getMessage());
		}
	}

	@Override
	public Document handleMessage(MongoMessage message) {
		Document query = message.getDocument();
		return handleCommand(message.getChannel(), message.getDatabaseName(), query.keySet().iterator().next(), query);
	}

	@Override
	public QueryResult handleQuery(MongoQuery query) {
		return this.current.handleQuery(query);
	}

	@Override
	public void handleClose(Channel channel) {
		this.current.handleClose(channel);
	}

	@Override
	public void dropDatabase(String name) {
		this.current.dropDatabase(name);
	}

	@Override
	public Collection<Document> getCurrentOperations(MongoQuery query) {
		return this.current.getCurrentOperations(query);
	}

	@Override
	public Document getServerStatus() {
		return this.current.getServerStatus();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.current.close();
	}

	@Override
	public void closeCursors(List<Long> cursors) {
		this.current.closeCursors(cursors);
	}

	@Override
	public Clock getClock() {
		return this.current.getClock();
	}

	@Override
	public void enableOplog() {
		this.current.enableOplog();
	}

	@Override
	public void disableOplog() {
		this.current.disableOplog();
	}

	@Override
	public MongoDatabase resolveDatabase(String name) {
		return this.current.resolveDatabase(name);
	}

	@Override
	public MongoBackend version(MongoVersion version) {
		return this.current.version(version);
	}

}
