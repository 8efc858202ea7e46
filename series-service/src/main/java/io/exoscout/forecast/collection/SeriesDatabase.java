package io.exoscout.forecast.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.exoscout.problem.Outage;
import io.exoscout.problem.ProblemException;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * The database of the series, on the server that has the jobs' but never that one. One
 * that is out of reach is reported as a {@link ProblemException} of kind
 * {@code UNAVAILABLE}.
 */
public final class SeriesDatabase {

	private final MongoDatabaseFactory databases;

	private final String name;

	/**
	 * A database beside that of the jobs.
	 * @param client the server
	 * @param jobs the name of the database of the jobs
	 */
	public SeriesDatabase(MongoClient client, String jobs, SeriesLimits limits) {
		this.name = limits.databaseBeside(jobs);
		this.databases = new SimpleMongoClientDatabaseFactory(client, this.name);
	}

	public String name() {
		return this.name;
	}

	/** For stores of bytes in it. */
	public MongoDatabaseFactory databases() {
		return this.databases;
	}

	/** Asks or changes a collection of ours, whose name has a dot. */
	public <T> T kept(String collection, Function<MongoCollection<Document>, T> call) {
		return call((database) -> call.apply(database.getCollection(collection)));
	}

	<T> T call(Function<MongoDatabase, T> call) {
		try {
			return call.apply(this.databases.getMongoDatabase());
		}
		catch (MongoException ex) {
			throw Outage.of(ex).<RuntimeException>map((problem) -> problem).orElse(ex);
		}
	}

	/** The names of the callers' collections. */
	List<String> collections() {
		return call((database) -> {
			List<String> names = database.listCollectionNames().into(new ArrayList<>());
			names.removeIf((collection) -> !CollectionName.isOne(collection));
			names.sort(null);
			return names;
		});
	}

	/** Asks the server whether it is there. */
	public void ping() {
		call((database) -> database.runCommand(new Document("ping", 1)));
	}

}
