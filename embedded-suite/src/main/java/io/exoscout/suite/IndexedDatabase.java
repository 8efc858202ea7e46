package io.exoscout.suite;

import java.util.List;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import org.h2.mvstore.MVStore;

/** A database whose indexes need not be unique; the stock one passes those over. */
class IndexedDatabase extends H2Database {

	IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
		super(name, store, cursors);
	}

	@Override
	protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new FieldIndex(name, keys);
	}

}
