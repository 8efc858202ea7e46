package io.exoscout.model;

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * Makes the indexes of the models before the first one is stored, rather than at start: a
 * service must come up while the database is away.
 */
public class ModelIndexes {

	private final AtomicBoolean made = new AtomicBoolean();

	/** Makes those that are not there yet; once that is done, does nothing. */
	public void ensure(MongoOperations mongo) {
		if (this.made.get()) {
			return;
		}
		IndexOperations models = mongo.indexOps(ModelCard.class);
		models.createIndex(new Index("createdAt", Direction.DESC).on("_id", Direction.DESC));
		models.createIndex(new Index("modelName", Direction.ASC).on("createdAt", Direction.DESC));
		models.createIndex(new Index("owner", Direction.ASC));
		models.createIndex(new Index("file.sha256", Direction.ASC));
		models.createIndex(new Index("candidates.file.sha256", Direction.ASC));
		models.createIndex(new Index("candidates.decided.file.sha256", Direction.ASC));
		models.createIndex(new Index("tribuo.sha256", Direction.ASC));
		this.made.set(true);
	}

}
