package io.exoscout.database;

import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database that keeps its documents as BSON, knows the order of their ids, and whose
 * indexes need not be unique; the stock one passes such indexes over.
 */
abstract class IndexedDatabase extends H2Database {

	/** What the stock database calls the maps that have its documents. */
	private static final String MAPS = "databases.";

	/** What it calls those of unique indexes, between collection and index. */
	private static final String INDEX = "._index_";

	/** What the constructor of the stock database opens even if it is not there. */
	private static final List<String> SYSTEM = List.of("system.namespaces", "system.indexes");

	private IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
		super(name, store, cursors);
	}

	/**
	 * Where everything is. Asked for by the constructor of the stock database, too, which
	 * opens what is there before a field of this class would have a value.
	 */
	abstract MVStore store();

	/** Opens a database, or makes it. */
	static IndexedDatabase open(String name, MVStore store, CursorRegistry cursors) {
		String prefix = MAPS + name + ".";
		List<String> collections = store.getMapNames()
			.stream()
			.filter((map) -> map.startsWith(prefix))
			.map((map) -> map.substring(prefix.length()))
			.toList();
		// a map keeps the type it is opened with first
		Stream.concat(collections.stream(), SYSTEM.stream())
			.forEach((collection) -> DocumentType.open(store, prefix + collection));
		store.getMapNames()
			.stream()
			.filter((map) -> map.startsWith(name + ".") && map.contains(INDEX))
			.forEach((index) -> KeyType.open(store, index));
		IndexedDatabase database = new IndexedDatabase(name, store, cursors) {
			@Override
			MVStore store() {
				return store;
			}
		};
		collections.forEach(database::fillIndexes);
		return database;
	}

	@Override
	protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
		DocumentType.open(store(), map(collection));
		return new OrderedCollection(this, collection, options, store().openMap(map(collection)),
				store().openMap("meta." + getFullCollectionNamespace(collection)), this.cursorRegistry);
	}

	@Override
	protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		KeyType.open(store(), getDatabaseName() + "." + collection + INDEX + name);
		return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
	}

	@Override
	protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new FieldIndex(name, keys);
	}

	@Override
	protected synchronized void addIndex(Document description) {
		super.addIndex(description);
		fillIndexes(String.valueOf(description.get("ns")).substring(getDatabaseName().length() + 1));
	}

	/**
	 * Fills what is empty, all of a collection at once: reading it is what takes long.
	 */
	private void fillIndexes(String name) {
		MongoCollection<Object> collection = resolveCollection(name, false);
		if (collection == null) {
			return;
		}
		List<FieldIndex> empty = collection.getIndexes()
			.stream()
			.filter((index) -> index instanceof FieldIndex && index.getCount() == 0)
			.map(FieldIndex.class::cast)
			.toList();
		if (!empty.isEmpty()) {
			MVMap<Object, Document> documents = store().openMap(map(name));
			documents
				.forEach((position, document) -> empty.forEach((index) -> index.add(document, position, collection)));
		}
	}

	private String map(String collection) {
		return MAPS + getDatabaseName() + "." + collection;
	}

}
