package io.exoscout.stream.log;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.bson.types.Binary;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The log as documents. The id of one is its stream and its number, so that a number can
 * be had once, whoever writes; it is read by that id, which is quick on every server of
 * the protocol, and the end of the log is where there is no next number. With which
 * number it begins stands in a document whose id is the stream alone.
 */
public final class MongoStreamLog implements StreamLog {

	/** The collection. */
	public static final String COLLECTION = "stream_batches";

	private static final String STREAM = "stream";

	private static final String NUMBER = "number";

	private static final String KEY = "key";

	private static final String ROWS = "rows";

	/** Of the document that says with which batch a log begins; its id is the stream. */
	private static final String FIRST = "first";

	private static final int CUT = 1000;

	private final MongoAccess mongo;

	private final AtomicBoolean indexed = new AtomicBoolean();

	/** The log in a database. */
	public MongoStreamLog(MongoAccess mongo) {
		this.mongo = mongo;
	}

	@Override
	public Insertion insert(LoggedBatch batch) {
		return this.mongo.call((mongo) -> {
			// before the first batch rather than at start, which may be without a
			// database
			if (!this.indexed.get()) {
				ensureIndexes(mongo);
				this.indexed.set(true);
			}
			try {
				mongo.insert(document(batch), COLLECTION);
				if ((batch.number() == 0) ? first(batch.stream()) == 0
						: reaches(batch.stream(), batch.number(), batch.firstSeq() - 1)) {
					return Insertion.STORED;
				}
				mongo.remove(byId(id(batch.stream(), batch.number())), COLLECTION);
				return Insertion.CUT_OFF;
			}
			catch (DuplicateKeyException ex) {
				return (batch.key() != null && ofKey(batch.stream(), batch.key()).isPresent()) ? Insertion.KEY_TAKEN
						: Insertion.NUMBER_TAKEN;
			}
		});
	}

	/** Makes the indexes that a log is written with. */
	public static void ensureIndexes(MongoOperations mongo) {
		mongo.indexOps(COLLECTION).createIndex(new Index().on(KEY, Direction.ASC).unique().sparse());
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
	public Optional<BatchHead> head(String stream, long number) {
		Query query = byId(id(stream, number));
		query.fields().exclude(ROWS, "refusals");
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findOne(query, Document.class, COLLECTION))
			.map((head) -> new BatchHead(size(head), head.getDate("at").toInstant())));
	}

	@Override
	public Set<String> having(Map<String, Long> numbers) {
		List<String> ids = numbers.entrySet().stream().map((one) -> id(one.getKey(), one.getValue())).toList();
		Query query = Query.query(Criteria.where("_id").in(ids)).cursorBatchSize(CUT);
		query.fields().include("_id");
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, COLLECTION))
			.stream()
			.map((batch) -> batch.getString("_id"))
			.map((id) -> id.substring(0, id.lastIndexOf('/')))
			.collect(Collectors.toSet());
	}

	@Override
	public long first(String stream) {
		Document first = this.mongo.call((mongo) -> mongo.findById(stream, Document.class, COLLECTION));
		return (first != null) ? first.getLong(FIRST) : 0;
	}

	@Override
	public void letGo(String stream, long before) {
		this.mongo.call((mongo) -> {
			// first of all: nobody begins with what is about to go
			mongo.findAndReplace(byId(stream), new Document("_id", stream).append(FIRST, before),
					FindAndReplaceOptions.options().upsert(), Document.class, COLLECTION);
			return mongo.remove(Query.query(Criteria.where("_id").gte(id(stream, 0)).lt(id(stream, before))),
					COLLECTION);
		});
	}

	@Override
	public void cut(String stream, long from) {
		// what was added while the end went goes, too
		while (cutOnce(stream, from) > 0) {
			Thread.onSpinWait();
		}
		if (from == 0) {
			this.mongo.call((mongo) -> mongo.remove(byId(stream), COLLECTION));
		}
	}

	private int cutOnce(String stream, long from) {
		// the sign after the one between a stream and a number
		Query query = Query.query(Criteria.where("_id").gte(id(stream, from)).lt(stream + "0"))
			.with(Sort.by(Direction.DESC, "_id"))
			.limit(CUT);
		query.fields().include("_id");
		return this.mongo.call((mongo) -> {
			List<Document> batches = mongo.find(query, Document.class, COLLECTION);
			// the last one first: a log that is cut half-way has no gap
			BulkOperations cut = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, COLLECTION);
			batches.forEach((batch) -> cut.remove(byId(batch.getString("_id"))));
			return batches.isEmpty() ? 0 : cut.execute().getDeletedCount();
		});
	}

	private static Query byId(String id) {
		return Query.query(Criteria.where("_id").is(id));
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
			.append(ROWS, new Binary(batch.rows()))
			.append("duplicates", batch.duplicates())
			.append("rejected", batch.rejected())
			.append("duplicates_in_all", batch.size().duplicates())
			.append("rejected_in_all", batch.size().rejected())
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
				document.getInteger("count"), document.get(ROWS, Binary.class).getData(),
				document.getInteger("duplicates"), document.getInteger("rejected"),
				document.getList("refusals", Document.class)
					.stream()
					.map((refusal) -> new RejectedLine(refusal.getLong("line"), refusal.getString("reason")))
					.toList(),
				(key != null) ? key.substring(stream.length() + 1) : null, document.getString("digest"),
				document.getDate("at").toInstant(), size(document));
	}

	private static LogSize size(Document document) {
		return new LogSize(document.getLong("first_seq") + document.getInteger("count") - 1,
				document.getLong(NUMBER) + 1, document.getLong("duplicates_in_all"),
				document.getLong("rejected_in_all"));
	}

}
