package io.exoscout.stream.log;

import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.bson.types.Binary;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The log as documents. The id of one is its stream and its number, so that a number can
 * be had once, whoever writes; it is read by that id, which is quick on every server of
 * the protocol, and the end of the log is where there is no next number.
 */
public final class MongoStreamLog implements StreamLog {

	/** The collection. */
	public static final String COLLECTION = "stream_batches";

	private static final String STREAM = "stream";

	private static final String NUMBER = "number";

	private static final String KEY = "key";

	private final MongoAccess mongo;

	private final AtomicBoolean indexed = new AtomicBoolean();

	/** The log in a database. */
	public MongoStreamLog(MongoAccess mongo) {
		this.mongo = mongo;
	}

	@Override
	public Insertion insert(LoggedBatch batch) {
		return this.mongo.call((mongo) -> {
			ensureIndexes(mongo);
			try {
				mongo.insert(document(batch), COLLECTION);
				return Insertion.STORED;
			}
			catch (DuplicateKeyException ex) {
				return (batch.key() != null && ofKey(batch.stream(), batch.key()).isPresent()) ? Insertion.KEY_TAKEN
						: Insertion.NUMBER_TAKEN;
			}
		});
	}

	/** Before the first batch rather than at start, which may be without a database. */
	private void ensureIndexes(MongoOperations mongo) {
		if (!this.indexed.get()) {
			mongo.indexOps(COLLECTION).createIndex(new Index().on(KEY, Direction.ASC).unique().sparse());
			mongo.indexOps(COLLECTION).createIndex(new Index().on(STREAM, Direction.ASC));
			this.indexed.set(true);
		}
	}

	@Override
	public Optional<LoggedBatch> read(String stream, long number) {
		return this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findById(id(stream, number), Document.class, COLLECTION))
				.map(MongoStreamLog::batch));
	}

	@Override
	public Optional<LoggedBatch> ofKey(String stream, String key) {
		return this.mongo.call((mongo) -> Optional
			.ofNullable(
					mongo.findOne(Query.query(Criteria.where(KEY).is(owned(stream, key))), Document.class, COLLECTION))
			.map(MongoStreamLog::batch));
	}

	@Override
	public void cut(String stream, long from) {
		// the last one first: a log that is cut half-way has no gap
		Query query = Query.query(Criteria.where(STREAM).is(stream).and(NUMBER).gte(from))
			.with(Sort.by(Direction.DESC, NUMBER))
			.cursorBatchSize(1000);
		query.fields().include("_id");
		this.mongo.call((mongo) -> {
			for (Document batch : mongo.find(query, Document.class, COLLECTION)) {
				mongo.remove(Query.query(Criteria.where("_id").is(batch.getString("_id"))), COLLECTION);
			}
			return null;
		});
	}

	private static String id(String stream, long number) {
		return "%s/%012d".formatted(stream, number);
	}

	/** Keys of two streams are none of the other's business. */
	private static String owned(String stream, String key) {
		return stream + "/" + key;
	}

	private static Document document(LoggedBatch batch) {
		Document document = new Document("_id", id(batch.stream(), batch.number())).append(STREAM, batch.stream())
			.append(NUMBER, batch.number())
			.append("kind", batch.kind().name().toLowerCase(Locale.ROOT))
			.append("first_seq", batch.firstSeq())
			.append("count", batch.count())
			.append("rows", new Binary(batch.rows()))
			.append("duplicates", batch.duplicates())
			.append("rejected", batch.rejected())
			.append("refusals",
					batch.refusals()
						.stream()
						.map((refusal) -> new Document("line", refusal.line()).append("reason", refusal.reason()))
						.toList())
			.append("at", Date.from(batch.at()));
		if (batch.key() != null) {
			document.append(KEY, owned(batch.stream(), batch.key())).append("digest", batch.digest());
		}
		return document;
	}

	private static LoggedBatch batch(Document document) {
		String stream = document.getString(STREAM);
		String key = document.getString(KEY);
		return new LoggedBatch(stream, document.getLong(NUMBER),
				EntryKind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)), document.getLong("first_seq"),
				document.getInteger("count"), document.get("rows", Binary.class).getData(),
				document.getInteger("duplicates"), document.getInteger("rejected"),
				document.getList("refusals", Document.class)
					.stream()
					.map((refusal) -> new RejectedLine(refusal.getLong("line"), refusal.getString("reason")))
					.toList(),
				(key != null) ? key.substring(stream.length() + 1) : null, document.getString("digest"),
				document.getDate("at").toInstant());
	}

}
