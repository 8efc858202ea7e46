package io.exoscout.share;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What requests under way are about to add, one document an owner. A promise is one
 * conditional update: it holds only if nobody has got, or given back, one since it was
 * looked what there is. What a killed process leaves of its promises lapses.
 */
public class Promises {

	/** Longer than a request takes from its promise to the last thing it stores. */
	static final Duration LAPSE = Duration.ofMinutes(10);

	static final String COLLECTION = "promises";

	private static final Logger log = LoggerFactory.getLogger(Promises.class);

	private static final String GIVEN = "given";

	private static final String REVISION = "revision";

	private final MongoAccess mongo;

	/** Requests of one owner in one process had better not disturb each other. */
	private final List<Lock> turns = IntStream.range(0, 16).<Lock>mapToObj((i) -> new ReentrantLock()).toList();

	public Promises(MongoAccess mongo) {
		this.mongo = mongo;
	}

	/**
	 * Does something while there is a promise for it.
	 * @param owner whose promises
	 * @param promise looks what there is, and makes one beside those that were given, or
	 * throws; asked again when these have changed meanwhile
	 * @param deed what it is for
	 */
	<T> T keeping(String owner, Function<List<Promise>, Promise> promise, Supplier<T> deed) {
		Promise given = give(owner, promise);
		try {
			return deed.get();
		}
		finally {
			redeem(owner, given);
		}
	}

	private Promise give(String owner, Function<List<Promise>, Promise> promise) {
		Lock turn = this.turns.get(Math.floorMod(owner.hashCode(), this.turns.size()));
		turn.lock();
		try {
			while (true) {
				// read before what is stored is counted: who stores gives back afterwards
				Document seen = find(owner);
				List<Promise> others = seen.getList(GIVEN, Document.class)
					.stream()
					.map(Promise::of)
					.filter((one) -> one.at().isAfter(Instant.now().minus(LAPSE)))
					.toList();
				Promise given = promise.apply(others);
				if (replace(owner, seen.getLong(REVISION), Stream.concat(others.stream(), Stream.of(given)).toList())) {
					return given;
				}
			}
		}
		finally {
			turn.unlock();
		}
	}

	private Document find(String owner) {
		while (true) {
			Document found = this.mongo.call((mongo) -> mongo.findById(owner, Document.class, COLLECTION));
			if (found != null) {
				return found;
			}
			Document first = new Document("_id", owner).append(REVISION, 0L).append(GIVEN, List.of());
			this.mongo.call((mongo) -> {
				try {
					return mongo.insert(first, COLLECTION);
				}
				catch (DuplicateKeyException ex) {
					return first;
				}
			});
		}
	}

	private boolean replace(String owner, long seen, List<Promise> given) {
		Query unchanged = Query.query(Criteria.where("_id").is(owner).and(REVISION).is(seen));
		Update update = new Update().set(GIVEN, given.stream().map(Promise::stored).toList()).inc(REVISION, 1L);
		return this.mongo.call((mongo) -> mongo.updateFirst(unchanged, update, COLLECTION)).getMatchedCount() == 1;
	}

	private void redeem(String owner, Promise given) {
		Update update = new Update().pull(GIVEN, new Document("id", given.id())).inc(REVISION, 1L);
		try {
			this.mongo
				.call((mongo) -> mongo.updateFirst(Query.query(Criteria.where("_id").is(owner)), update, COLLECTION));
		}
		catch (ProblemException ex) {
			log.info("Room promised to {} counts for some minutes more: {}", owner, ex.detail());
		}
	}

}
