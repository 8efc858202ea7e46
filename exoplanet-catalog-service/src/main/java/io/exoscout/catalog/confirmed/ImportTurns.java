package io.exoscout.catalog.confirmed;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.bson.Document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Whose turn it is to write a table of planets, of all processes that share a database:
 * one document, which whoever writes renews. Whoever waits takes the turn of somebody who
 * has not renewed it for a while by the waiting one's own clock; clocks of two machines
 * are never compared.
 *
 * @param mongo the database
 * @param patience how long to wait for a turn
 * @param silence how long nothing may be heard of the one whose turn it is
 */
public record ImportTurns(MongoOperations mongo, Duration patience, Duration silence) {

	/** Where the turn stands. */
	public static final String COLLECTION = "planet_imports";

	private static final String TURN = "turn";

	private static final String HOLDER = "holder";

	private static final String RENEWED = "renewed";

	private static final Duration LOOK = Duration.ofMillis(50);

	/**
	 * Waits until nobody else writes a table; the caller closes what it gets.
	 * @throws ProblemException {@code CONFLICT} (code {@code import_running}) after a
	 * while
	 */
	public Hold await() {
		String holder = UUID.randomUUID().toString();
		long begin = System.nanoTime();
		long since = begin;
		Document seen = null;
		do {
			Document there = this.mongo.findById(TURN, Document.class, COLLECTION);
			long now = System.nanoTime();
			if (there == null || !there.equals(seen)) {
				since = now;
			}
			seen = there;
			if ((there == null) ? begin(holder) : now - since > this.silence.toNanos() && take(there, holder)) {
				return new Hold(holder);
			}
			LockSupport.parkNanos(LOOK.toNanos());
		}
		while (System.nanoTime() - begin < this.patience.toNanos() && !Thread.currentThread().isInterrupted());
		throw new ProblemException(ErrorCode.IMPORT_RUNNING,
				"Another table of planets is being imported. Send yours again once that is done; nothing of it was written.");
	}

	private boolean begin(String holder) {
		try {
			this.mongo.insert(new Document("_id", TURN).append(HOLDER, holder).append(RENEWED, 0), COLLECTION);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private boolean take(Document there, String holder) {
		Criteria unchanged = Criteria.where("_id")
			.is(TURN)
			.and(HOLDER)
			.is(there.get(HOLDER))
			.and(RENEWED)
			.is(there.get(RENEWED));
		return this.mongo.updateFirst(Query.query(unchanged), Update.update(HOLDER, holder), COLLECTION)
			.getModifiedCount() == 1;
	}

	/** The turn of one import. */
	public final class Hold implements AutoCloseable {

		private final String holder;

		private Hold(String holder) {
			this.holder = holder;
		}

		/**
		 * Says that this import goes on; to be said before some rows are written, and
		 * after the last of them.
		 * @throws ProblemException {@code CONFLICT} (code {@code import_running}) if
		 * nothing was heard of it for so long that another one has begun
		 */
		public void renew() {
			if (ImportTurns.this.mongo.updateFirst(mine(), new Update().inc(RENEWED, 1), COLLECTION)
				.getModifiedCount() == 0) {
				throw overtaken();
			}
		}

		/** What an import is told that another one went past. */
		public ProblemException overtaken() {
			return new ProblemException(ErrorCode.IMPORT_RUNNING,
					"The table was being written, but this came to a halt for so long that another import has begun."
							+ " Send it again once that is done: a part of it was written.");
		}

		private Query mine() {
			return Query.query(Criteria.where("_id").is(TURN).and(HOLDER).is(this.holder));
		}

		@Override
		public void close() {
			ImportTurns.this.mongo.remove(mine(), COLLECTION);
		}

	}

}
