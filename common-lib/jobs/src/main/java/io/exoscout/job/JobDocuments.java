package io.exoscout.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.convert.ConversionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The collection of jobs: each call is one command of the database. */
public class JobDocuments {

	private static final Logger log = LoggerFactory.getLogger(JobDocuments.class);

	private final MongoAccess mongo;

	private final JobIndexes indexes;

	public JobDocuments(MongoAccess mongo, JobIndexes indexes) {
		this.mongo = mongo;
		this.indexes = indexes;
	}

	/** Whether it is new. */
	boolean insert(Job job) {
		return this.mongo.call((mongo) -> {
			this.indexes.ensure(mongo);
			try {
				mongo.insert(job);
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		});
	}

	Optional<Job> find(String jobId) {
		return Optional.ofNullable(this.mongo.call((mongo) -> mongo.findById(jobId, Job.class)));
	}

	List<Job> find(Criteria criteria, Sort sort, int limit) {
		Query query = Query.query(criteria).with(sort).limit(limit);
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, mongo.getCollectionName(Job.class))
			.stream()
			.flatMap((document) -> readable(mongo, document))
			.toList());
	}

	/** One job of a newer version must not hide all others. */
	private static Stream<Job> readable(MongoOperations mongo, Document document) {
		try {
			return Stream.of(mongo.getConverter().read(Job.class, document));
		}
		catch (MappingException | ConversionException | IllegalArgumentException ex) {
			log.warn("Job {} can not be read here and is passed over: {}", document.get("_id"), ex.getMessage());
			return Stream.empty();
		}
	}

	Set<String> ids(Criteria criteria) {
		Query query = Query.query(criteria);
		query.fields().include("_id");
		return this.mongo.call((mongo) -> mongo.find(query, Document.class, mongo.getCollectionName(Job.class)))
			.stream()
			.map((job) -> job.getString("_id"))
			.collect(Collectors.toSet());
	}

	boolean exists(Criteria criteria) {
		return this.mongo.call((mongo) -> mongo.exists(Query.query(criteria), Job.class));
	}

	long count(Criteria criteria) {
		return this.mongo.call((mongo) -> mongo.count(Query.query(criteria), Job.class));
	}

	<T> List<T> aggregate(Aggregation aggregation, Class<T> row) {
		return this.mongo.call((mongo) -> mongo.aggregate(aggregation, Job.class, row).getMappedResults());
	}

	/** Changes one job, and gives it as it is then; empty if there is none such. */
	Optional<Job> modify(Criteria from, Update move) {
		FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
		return Optional
			.ofNullable(this.mongo.call((mongo) -> mongo.findAndModify(Query.query(from), move, returnNew, Job.class)));
	}

	/** Changes one job; whether there was any such. */
	boolean update(Criteria from, Update move) {
		return this.mongo.call((mongo) -> mongo.updateFirst(Query.query(from), move, Job.class).getMatchedCount() == 1);
	}

	Optional<Job> remove(String jobId) {
		return Optional.ofNullable(this.mongo
			.call((mongo) -> mongo.findAndRemove(Query.query(Criteria.where("_id").is(jobId)), Job.class)));
	}

	/**
	 * Results as they stand in a document: the converter, not an update, escapes keys.
	 */
	Object written(Map<String, Object> results) {
		return this.mongo.call((mongo) -> {
			Document wrapped = new Document();
			mongo.getConverter().write(new StoredResults(results), wrapped);
			return wrapped.get("results");
		});
	}

	/**
	 * The part of a job document that a worker brings in.
	 *
	 * @param results what came out
	 */
	private record StoredResults(Map<String, Object> results) {
	}

}
