package io.exoscout.jobs.verdict;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.exoscout.archive.Mission;
import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All that people have said of objects, one document each, so that a change is one
 * conditional write: of two who change one at once, one hears that he was late. An
 * unreachable database is reported as a {@link ProblemException} of kind
 * {@code UNAVAILABLE}.
 */
public final class OwnVerdicts {

	/** The collection of what was said. */
	static final String COLLECTION = "verdicts";

	private final MongoAccess mongo;

	private final VerdictSettings settings;

	private final Clock clock;

	public OwnVerdicts(MongoAccess mongo, VerdictSettings settings, Clock clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	/** What was said of an object. */
	public Optional<OwnVerdict> find(NamedObject object) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(object.key(), OwnVerdict.class)));
	}

	/** What was said of some objects, as far as anything was; all at once. */
	public Map<NamedObject, OwnVerdict> find(Collection<NamedObject> objects) {
		if (objects.isEmpty()) {
			return Map.of();
		}
		Query query = Query.query(Criteria.where("_id").in(objects.stream().map(NamedObject::key).toList()));
		return this.mongo.call((mongo) -> mongo.find(query, OwnVerdict.class))
			.stream()
			.collect(Collectors.toMap((own) -> new NamedObject(own.mission(), own.object()), (own) -> own));
	}

	/**
	 * Some of them, by mission and name.
	 * @param mission only of its objects; {@code null} for all
	 * @param tag only those with this tag; {@code null} for all
	 * @param after only those that come after this key; {@code null} for the first
	 * @param limit how many at most
	 */
	List<OwnVerdict> list(@Nullable Mission mission, @Nullable String tag, @Nullable String after, int limit) {
		Criteria criteria = of(mission, after);
		Query query = Query.query((tag != null) ? criteria.and("tags").is(tag) : criteria)
			.with(Sort.by("_id"))
			.limit(limit);
		return this.mongo.call((mongo) -> mongo.find(query, OwnVerdict.class));
	}

	/**
	 * Says something of an object for the first time; empty if somebody has.
	 * @throws ProblemException {@code CONFLICT} (code {@code too_many_verdicts}) where as
	 * many are kept as may be; those who say something at the same moment may go a few
	 * beyond that
	 */
	Optional<OwnVerdict> create(NamedObject object, SaidVerdict.Checked said) {
		long kept = this.mongo.call((mongo) -> mongo.estimatedCount(COLLECTION));
		if (kept >= this.settings.most()) {
			throw new ProblemException(ErrorCode.TOO_MANY_VERDICTS,
					"%,d verdicts are kept, and no more than %,d may be; delete some, or raise exoscout.verdicts.most"
						.formatted(kept, this.settings.most()));
		}
		Instant now = now();
		OwnVerdict made = as(object, said, now, now, Caller.current().name());
		try {
			return Optional.of(this.mongo.call((mongo) -> mongo.insert(made)));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** Says something else of an object; empty if somebody else was faster. */
	Optional<OwnVerdict> change(OwnVerdict seen, SaidVerdict.Checked said) {
		OwnVerdict changed = as(new NamedObject(seen.mission(), seen.object()), said, seen.createdAt(), now(),
				seen.owner());
		return this.mongo.call((mongo) -> Optional
			.ofNullable(mongo.findAndReplace(as(seen), changed, FindAndReplaceOptions.options().returnNew())));
	}

	/** Forgets what was said; returns whether it was still as the caller knows it. */
	boolean remove(OwnVerdict seen) {
		return this.mongo.call((mongo) -> mongo.remove(as(seen), OwnVerdict.class)).getDeletedCount() == 1;
	}

	/** Keys begin with the mission, so that its objects are a range of them. */
	private static Criteria of(@Nullable Mission mission, @Nullable String after) {
		String least = (mission != null) ? NamedObject.prefix(mission) : "";
		Criteria criteria = Criteria.where("_id").gt((after != null && after.compareTo(least) > 0) ? after : least);
		return (mission != null) ? criteria.lt(NamedObject.end(mission)) : criteria;
	}

	private static Query as(OwnVerdict seen) {
		return Query.query(Criteria.where("_id").is(seen.key()).and("revision").is(seen.revision()));
	}

	private static OwnVerdict as(NamedObject object, SaidVerdict.Checked said, Instant created, Instant changed,
			@Nullable String owner) {
		return new OwnVerdict(object.key(), object.mission(), object.object(), said.opinion(), said.note(), said.tags(),
				created, changed, owner, UUID.randomUUID().toString());
	}

	private Instant now() {
		// what the database keeps of a time
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
