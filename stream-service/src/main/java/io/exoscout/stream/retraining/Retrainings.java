package io.exoscout.stream.retraining;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.monitor.DriftMark;
import io.exoscout.store.BlobRef;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.definition.KnownStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What came of changes that were noticed, as documents: one for each change, so that none
 * asks twice. A training that is asked for waits here, with its table in the blob store,
 * until the orchestrator has made a job of it, and notes which.
 */
public final class Retrainings {

	/** The collection; the orchestrator looks for it where it lies. */
	public static final String COLLECTION = "stream_retrainings";

	/** So many of a stream are kept, as many as there are marks. */
	static final int KEPT = 100;

	private static final String ID = "_id";

	private static final String SEQ = "seq";

	private static final String LABEL = "label";

	private static final String STATE = "state";

	private static final String JOBS = "jobs";

	private final MongoAccess mongo;

	private final Clock clock;

	private final AtomicBoolean indexed = new AtomicBoolean();

	/** Those in a database. */
	public Retrainings(MongoAccess mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Those of a stream, the oldest first. */
	public List<AskedTraining> of(String stream) {
		Query query = Query.query(after(stream, -1)).with(Sort.by(ID)).cursorBatchSize(1000);
		return this.mongo
			.call((mongo) -> mongo.find(query, Document.class, COLLECTION).stream().map(Retrainings::asked).toList());
	}

	private static AskedTraining asked(Document kept) {
		return new AskedTraining(kept.getLong(SEQ), kept.getLong(LABEL), kept.getString(STATE),
				kept.getString("job_id"), kept.getLong("rows"), kept.getString("reason"),
				kept.getDate("at").toInstant());
	}

	/**
	 * Asks for a training.
	 * @param mark the change
	 * @param table the table to train on
	 * @param rows how many rows it has
	 */
	void ask(KnownStream stream, DriftMark mark, BlobRef table, long rows) {
		Document kept = document(stream, mark, AskedTraining.ASKED).append("rows", rows)
			.append("model", stream.definition().model().job())
			.append("name", stream.definition().name())
			.append("owner", stream.owner())
			.append("table", new Document("sha256", table.sha256()).append("bytes", table.bytes()));
		keep(stream.id(), kept);
	}

	/** Notes why none is asked for. */
	void skip(KnownStream stream, DriftMark mark, String reason) {
		keep(stream.id(), document(stream, mark, AskedTraining.SKIPPED).append("reason", reason));
	}

	private Document document(KnownStream stream, DriftMark mark, String state) {
		return new Document(ID, id(stream.id(), mark.seq())).append("stream", stream.id())
			.append(SEQ, mark.seq())
			.append(LABEL, mark.label())
			.append(STATE, state)
			.append("at", Date.from(this.clock.instant()));
	}

	private void keep(String stream, Document kept) {
		this.mongo.call((mongo) -> {
			if (!this.indexed.get()) {
				// whoever sweeps blobs asks for each whether one of these needs it
				mongo.indexOps(COLLECTION).createIndex(new Index("table.sha256", Sort.Direction.ASC).sparse());
				this.indexed.set(true);
			}
			try {
				mongo.insert(kept, COLLECTION);
			}
			catch (DuplicateKeyException ex) {
				// another process has decided it
				return null;
			}
			List<AskedTraining> all = of(stream);
			if (all.size() > KEPT) {
				// by the last one that asked it is told how soon another may
				long last = all.stream().filter(AskedTraining::counts).mapToLong(AskedTraining::seq).max().orElse(-1);
				Criteria old = Criteria.where(ID)
					.gte(id(stream, 0))
					.lt(id(stream, all.get(all.size() - KEPT).seq()))
					.and(STATE)
					.ne(AskedTraining.ASKED)
					.and(SEQ)
					.ne(last);
				mongo.remove(Query.query(old), COLLECTION);
			}
			return null;
		});
	}

	/** The state of a job that trains, if it is there. */
	Optional<String> jobState(@Nullable String job) {
		Query query = Query.query(Criteria.where(ID).is(job));
		query.fields().include("status");
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findOne(query, Document.class, JOBS))
			.map((known) -> known.getString("status")));
	}

	/** Removes what is of later entries: the stream was taken back. */
	public void goBack(String stream, long seq) {
		this.mongo.call((mongo) -> mongo.remove(Query.query(after(stream, seq)), COLLECTION));
	}

	/** Removes all of a stream; jobs stay. */
	public void delete(String stream) {
		goBack(stream, -1);
	}

	private static String id(String stream, long seq) {
		return "%s/%015d".formatted(stream, seq);
	}

	/** Ids sort as their numbers do. */
	private static Criteria after(String stream, long seq) {
		// the sign after the one between a stream and a number
		return Criteria.where(ID).gt((seq < 0) ? stream + "/" : id(stream, seq)).lt(stream + "0");
	}

}
