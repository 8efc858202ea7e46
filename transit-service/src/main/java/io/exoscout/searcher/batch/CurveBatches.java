package io.exoscout.searcher.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.MongoAccess;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** All batches, one document each. */
public record CurveBatches(MongoAccess mongo) {

	static final String COLLECTION = "curve_batches";

	/** Whoever sends a batch has it noted before its jobs, which takes less. */
	private static final Duration NEW = Duration.ofHours(1);

	private static final int AT_ONCE = 20;

	/** When a batch was last found to have jobs; not there before that. */
	private static final String LOOKED_AT = "lookedAt";

	/**
	 * A batch as it is noted.
	 *
	 * @param batch itself
	 * @param fresh whether it was not there before
	 */
	public record Noted(CurveBatch batch, boolean fresh) {
	}

	/** Notes a batch; one that is there stays as it is. */
	public Noted note(CurveBatch batch) {
		return this.mongo.call((mongo) -> {
			try {
				return new Noted(mongo.insert(batch), true);
			}
			catch (DuplicateKeyException ex) {
				CurveBatch known = mongo.findById(batch.batchId(), CurveBatch.class);
				return (known != null) ? new Noted(known, false) : new Noted(mongo.save(batch), true);
			}
		});
	}

	/** Forgets a batch. */
	public void forget(String batchId) {
		this.mongo.call((mongo) -> mongo.remove(Query.query(Criteria.where("_id").is(batchId)), CurveBatch.class));
	}

	/**
	 * Finds a batch.
	 * @throws ProblemException {@code NOT_FOUND} (code {@code batch_not_found})
	 */
	public CurveBatch get(String batchId) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(batchId, CurveBatch.class)))
			.orElseThrow(() -> new ProblemException(ErrorCode.BATCH_NOT_FOUND,
					"There is no batch '%s'; a batch goes with the last of its jobs"
						.formatted(Quoted.shortened(batchId))));
	}

	/**
	 * Forgets batches of which no job is left, of those that nobody looked at for
	 * longest: what is kept for years is in the way of no other.
	 * @param known which of some jobs there are
	 */
	public void forgetAbandoned(Instant now, Function<Collection<String>, Collection<String>> known) {
		Query old = Query.query(Criteria.where("createdAt").lt(now.minus(NEW)))
			.with(Sort.by(LOOKED_AT, "createdAt"))
			.limit(AT_ONCE);
		List<CurveBatch> batches = this.mongo.call((mongo) -> mongo.find(old, CurveBatch.class));
		for (CurveBatch batch : batches) {
			if (known.apply(batch.jobIds()).isEmpty()) {
				forget(batch.batchId());
			}
			else {
				Query itself = Query.query(Criteria.where("_id").is(batch.batchId()));
				this.mongo.call((mongo) -> mongo.updateFirst(itself, Update.update(LOOKED_AT, now), CurveBatch.class));
			}
		}
	}

}
