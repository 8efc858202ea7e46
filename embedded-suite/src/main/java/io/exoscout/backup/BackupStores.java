package io.exoscout.backup;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.exoscout.installation.BackupMark;
import io.exoscout.backup.live.SeriesStores;
import io.exoscout.store.BlobStore;
import org.bson.Document;

/**
 * What is backed up, or restored into.
 *
 * @param database the documents; read and written as they are, so that no class of today
 * decides what is kept
 * @param blobs the bytes they point at
 * @param series what lies in a database beside that one
 */
public record BackupStores(MongoDatabase database, BlobStore blobs, SeriesStores series) {

	MongoCollection<Document> documents(BackedUpCollection kept) {
		return this.database.getCollection(kept.collection());
	}

	/** How many documents there are of each kind, for people. */
	String contents() {
		StringBuilder text = new StringBuilder();
		for (BackedUpCollection kept : BackedUpCollection.STORED) {
			text.append(text.isEmpty() ? "" : ", ").append(documents(kept).countDocuments()).append(' ');
			text.append(kept.collection());
		}
		return text + (this.series.isEmpty() ? "" : ", and series");
	}

	/** Notes that there is a backup, for whoever watches their age. */
	public void note(BackupManifest manifest) {
		new BackupMark(this.database).note(manifest.createdAt());
	}

	boolean isEmpty() {
		for (BackedUpCollection kept : BackedUpCollection.STORED) {
			if (documents(kept).find().first() != null) {
				return false;
			}
		}
		return this.series.isEmpty();
	}

}
