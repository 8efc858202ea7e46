package io.exoscout.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * When the last backup was made: kept in the database by whoever makes one, for whoever
 * watches that there is one. No backup holds it.
 */
public record BackupMark(MongoDatabase database) {

	private static final String ID = "backup";

	private static final String AT = "at";

	/** Backups that are made side by side are not further apart. */
	private static final Duration SIDE_BY_SIDE = Duration.ofDays(1);

	/** The moment that the last whole backup is of, if there ever was one. */
	public Optional<Instant> last() {
		return Optional.ofNullable(marks().find(Filters.eq("_id", ID)).first())
			.map((mark) -> mark.getDate(AT).toInstant());
	}

	/**
	 * Notes a backup, unless a later one is noted already. One that is later by days was
	 * noted by a wrong clock, and must not hide for years that there are none.
	 */
	public void note(Instant at) {
		marks().deleteOne(Filters.and(Filters.eq("_id", ID), Filters.gt(AT, Date.from(at.plus(SIDE_BY_SIDE)))));
		marks().updateOne(Filters.eq("_id", ID), Updates.max(AT, Date.from(at)), new UpdateOptions().upsert(true));
	}

	private MongoCollection<Document> marks() {
		return this.database.getCollection("installation");
	}

}
