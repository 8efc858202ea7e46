package io.exoscout.installation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.exoscout.store.BlobRef;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Tells one database from another: its identity, a document of its own, and what its
 * documents say about blobs.
 */
public record DatabaseMark(MongoDatabaseFactory databases) {

	private static final String ID = "identity";

	/** Enough to tell whether documents and blobs belong together. */
	private static final int SAMPLE = 20;

	private static final List<String> NAMING_BLOBS = List.of("jobs", "models");

	private static final List<String> ALL = List.of("jobs", "models", "planets");

	Optional<String> identity() {
		return Optional.ofNullable(marks().find(Filters.eq("_id", ID)).first()).map((mark) -> mark.getString(ID));
	}

	/**
	 * Gives the database an identity unless it has one; of several services that do it at
	 * once one is the first. Returns what it is called from now on.
	 */
	String identify(String identity) {
		try {
			marks().insertOne(new Document("_id", ID).append(ID, identity));
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			// somebody else was faster, or it had one
		}
		return Objects.requireNonNull(identity().orElse(identity));
	}

	boolean isEmpty() {
		return ALL.stream().allMatch((name) -> collection(name).find().first() == null);
	}

	/** Some of the digests that documents name; none if no document names any. */
	Set<String> namedBlobs() {
		Set<String> named = new LinkedHashSet<>();
		for (String name : NAMING_BLOBS) {
			for (Document document : collection(name).find().limit(SAMPLE)) {
				named.addAll(BlobRef.digestsIn(document));
			}
		}
		return named;
	}

	String name() {
		return this.databases.getMongoDatabase().getName();
	}

	private MongoCollection<Document> marks() {
		return collection("installation");
	}

	private MongoCollection<Document> collection(String name) {
		return this.databases.getMongoDatabase().getCollection(name);
	}

}
