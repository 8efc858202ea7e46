package io.exoscout.backup.live;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Documents in a file, until it is known that they go together. */
final class StagedDocuments implements DocumentSink, AutoCloseable {

	private static final DocumentCodec CODEC = new DocumentCodec();

	private final Path file;

	private DataOutputStream out;

	private long count;

	StagedDocuments(Path file) throws IOException {
		this.file = file;
		this.out = open();
	}

	private DataOutputStream open() throws IOException {
		return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(this.file)));
	}

	@Override
	public void document(String collection, Document document) throws IOException {
		RawBsonDocument raw = new RawBsonDocument(document, CODEC);
		byte[] bytes = raw.getByteBuffer().array();
		int length = raw.getByteBuffer().limit();
		this.out.writeUTF(collection);
		this.out.writeInt(length);
		this.out.write(bytes, 0, length);
		this.count++;
	}

	/** Forgets what was staged. */
	void clear() throws IOException {
		this.out.close();
		this.out = open();
		this.count = 0;
	}

	/** Gives all that was staged to somebody else. */
	void into(DocumentSink sink) throws IOException {
		this.out.close();
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(this.file)))) {
			for (long i = 0; i < this.count; i++) {
				String collection = in.readUTF();
				byte[] bytes = in.readNBytes(in.readInt());
				sink.document(collection, new RawBsonDocument(bytes).decode(CODEC));
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.out.close();
		Files.deleteIfExists(this.file);
	}

}
