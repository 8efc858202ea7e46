package io.exoscout.backup.live;

import java.io.IOException;

import org.bson.Document;

/** Takes documents that are to be backed up. */
@FunctionalInterface
public interface DocumentSink {

	/**
	 * Takes one.
	 * @param collection whose it is
	 */
	void document(String collection, Document document) throws IOException;

}
