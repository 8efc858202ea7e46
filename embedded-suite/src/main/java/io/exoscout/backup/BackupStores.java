package io.exoscout.backup;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.exoscout.installation.BackupMark;
import io.exoscout.store.BlobStore;
import org.bson.Document;

/**
 * What is backed up, or restored into.
 *
 * @param database the documents; read and written as they are, so that no class of today
 * decides what is kept
 * @param blobs the bytes they point at
 */
public record BackupStores(MongoDatabase database, BlobStore blobs) {

	MongoCollection<Document> documents(BackedUpCollection kept) {
		return this.database.getCollection(kept.collection());
	}

	/** How many documents there are of each kind, for people. */
	String contents() {
		StringBuilder text = new StringBuilder();
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			text.append(text.isEmpty() ? "" : ", ").append(documents(kept).countDocuments()).append(' ');
			text.append(kept.collection());
		}
		return text.toString();
	}

	/** Notes that there is a backup, for whoever watches their age. */
	public void note(BackupManifest manifest) {
		new BackupMark(this.database).note(manifest.createdAt());
	}

	boolean isEmpty() {
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			if (documents(kept).find().first() != null) {
				return false;
			}
		}
		return true;
	}

}
