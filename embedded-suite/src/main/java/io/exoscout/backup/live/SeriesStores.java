package io.exoscout.backup.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.BlobStore;
import io.exoscout.store.GridFsBlobStore;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * The series, in their database beside that of the jobs: collections of points under
 * whatever names, whose they are, and models with their files. Points are rows of any
 * form, so they are taken along in parts of many, and never looked into.
 *
 * @param database where they are
 * @param files of models
 */
public record SeriesStores(MongoDatabase database, BlobStore files) {

	/** Parts of collections. */
	public static final String PARTS = "series_parts";

	/** Models, each with its file. */
	public static final String MODELS = "series_models";

	/** The setting that names the database. */
	public static final String SETTING = "exoscout.series.database";

	private static final String CARDS = "series.models";

	private static final String OWNERS = "series.owners";

	private static final int ROWS = 1000;

	private static final int BYTES = 1 << 20;

	private static final DocumentCodec CODEC = new DocumentCodec();

	/**
	 * Those beside a database of jobs.
	 * @param name of their database, if that was set
	 */
	public static SeriesStores beside(MongoClient client, String jobs, @Nullable String name) {
		MongoDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(client,
				SeriesLimits.databaseBeside(name, jobs));
		return new SeriesStores(databases.getMongoDatabase(), new GridFsBlobStore(databases));
	}

	/** The collections of points: those of the service's own have a dot. */
	private List<String> collections() {
		List<String> names = this.database.listCollectionNames().into(new ArrayList<>());
		names.removeIf((name) -> name.indexOf('.') >= 0);
		names.sort(null);
		return names;
	}

	/** Whether there are none. */
	public boolean isEmpty() {
		return collections().stream().allMatch((name) -> this.database.getCollection(name).find().first() == null)
				&& Stream.of(CARDS, OWNERS)
					.allMatch((name) -> this.database.getCollection(name).find().first() == null);
	}

	/** Reads all of them. */
	public void read(DocumentSink sink) throws IOException {
		for (String name : collections()) {
			read(name, sink);
		}
		read(OWNERS, sink);
		for (Document card : this.database.getCollection(CARDS).find().batchSize(ROWS)) {
			String id = card.getString("_id");
			try (InputStream file = this.files.open(id)) {
				sink.document(MODELS,
						new Document("_id", id).append("card", card).append("file", new Binary(file.readAllBytes())));
			}
			catch (ProblemException ex) {
				if (ex.kind() != ProblemKind.NOT_FOUND || isThere(id)) {
					throw ex;
				}
			}
		}
	}

	/** Whether a model was not deleted meanwhile. */
	private boolean isThere(String id) {
		return this.database.getCollection(CARDS).find(new Document("_id", id)).first() != null;
	}

	private void read(String name, DocumentSink sink) throws IOException {
		List<Document> rows = new ArrayList<>();
		long bytes = 0;
		long part = 0;
		for (Document row : this.database.getCollection(name).find().batchSize(ROWS)) {
			rows.add(row);
			bytes += new RawBsonDocument(row, CODEC).getByteBuffer().limit();
			if (rows.size() == ROWS || bytes > BYTES) {
				part(name, part++, rows, sink);
				bytes = 0;
			}
		}
		if (!rows.isEmpty()) {
			part(name, part, rows, sink);
		}
	}

	private static void part(String name, long number, List<Document> rows, DocumentSink sink) throws IOException {
		sink.document(PARTS, new Document("_id", "%s/%012d".formatted(name, number)).append("collection", name)
			.append("rows", List.copyOf(rows)));
		rows.clear();
	}

	/** Puts back a part of a collection. */
	public void addPart(Document part) {
		MongoCollection<Document> points = this.database.getCollection(part.getString("collection"));
		points.insertMany(part.getList("rows", Document.class));
	}

	/** Puts back a model: its file first. */
	public void addModel(Document model) {
		byte[] file = model.get("file", Binary.class).getData();
		this.files.put(new ByteArrayInputStream(file), file.length, model.getString("_id"));
		this.database.getCollection(CARDS).insertOne(model.get("card", Document.class));
	}

}
