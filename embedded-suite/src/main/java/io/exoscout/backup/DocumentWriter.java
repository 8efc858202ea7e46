package io.exoscout.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.exoscout.store.Digests;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Documents as lines of a file, in canonical extended JSON: every type of the database
 * comes back as it was.
 */
final class DocumentWriter implements AutoCloseable {

	private static final JsonWriterSettings CANONICAL = JsonWriterSettings.builder()
		.outputMode(JsonMode.EXTENDED)
		.build();

	private final MessageDigest digest = Digests.sha256();

	private final BufferedWriter out;

	private long count;

	DocumentWriter(Path file) throws IOException {
		this.out = new BufferedWriter(new OutputStreamWriter(
				new DigestOutputStream(Files.newOutputStream(file), this.digest), StandardCharsets.UTF_8));
	}

	void write(Document document) throws IOException {
		this.out.write(document.toJson(CANONICAL));
		this.out.write('\n');
		this.count++;
	}

	/** What was written; nothing more can be from then on. */
	BackupManifest.Lines finish(long leftOut) throws IOException {
		this.out.close();
		return new BackupManifest.Lines(this.count, leftOut, HexFormat.of().formatHex(this.digest.digest()));
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

}
