package io.exoscout.jobs.verdict;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.exoscout.archive.Mission;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All that people have said of objects, one document each, so that a change is one
 * conditional write: of two who change one at once, one hears that he was late. An
 * unreachable database is reported as a {@link io.exoscout.problem.ProblemException} of
 * kind {@code UNAVAILABLE}.
 */
public final class OwnVerdicts {

	/** The collection of what was said. */
	static final String COLLECTION = "verdicts";

	private final MongoAccess mongo;

	private final Clock clock;

	public OwnVerdicts(MongoAccess mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** What was said of an object. */
	public Optional<OwnVerdict> find(NamedObject object) {
		return this.mongo.call((mongo) -> Optional.ofNullable(mongo.findById(object.key(), OwnVerdict.class)));
	}

	/** The names of all objects of a mission that something was said of. */
	public Set<String> objects(Mission mission) {
		Query names = Query.query(of(mission, null));
		names.fields().include("object");
		return this.mongo.call((mongo) -> mongo.find(names, Document.class, COLLECTION))
			.stream()
			.map((document) -> document.getString("object"))
			.collect(Collectors.toSet());
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

	/** Says something of an object for the first time; empty if somebody has. */
	Optional<OwnVerdict> create(NamedObject object, SaidVerdict.Checked said) {
		Instant now = now();
		OwnVerdict made = as(object, said, now, now);
		try {
			return Optional.of(this.mongo.call((mongo) -> mongo.insert(made)));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** Says something else of an object; empty if somebody else was faster. */
	Optional<OwnVerdict> change(OwnVerdict seen, SaidVerdict.Checked said) {
		OwnVerdict changed = as(new NamedObject(seen.mission(), seen.object()), said, seen.createdAt(), now());
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

	private static OwnVerdict as(NamedObject object, SaidVerdict.Checked said, Instant created, Instant changed) {
		return new OwnVerdict(object.key(), object.mission(), object.object(), said.opinion(), said.note(), said.tags(),
				created, changed, UUID.randomUUID().toString());
	}

	private Instant now() {
		// what the database keeps of a time
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
