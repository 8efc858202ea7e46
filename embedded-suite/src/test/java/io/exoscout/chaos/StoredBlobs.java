package io.exoscout.chaos;

import java.util.List;
import java.util.Set;

/** What lies in a blob store, read past all services. */
interface StoredBlobs {

	/** The names of all blobs, and of whatever else lies there. */
	Set<String> names();

	/** Blobs that are not what their names say. */
	List<String> damaged();

}
