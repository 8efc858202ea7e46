package io.exoscout.backup;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an archive says about itself. It is written last, so an archive that was cut off
 * has none.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format
 * @param createdAt when the documents were read
 * @param program version of the program that wrote it
 * @param documents what there is of each collection
 * @param blobs the stored bytes
 */
public record BackupManifest(String format, int version, Instant createdAt, String program,
		Map<String, Lines> documents, Blobs blobs) {

	static final String FORMAT = "exoscout-backup";

	static final int VERSION = 5;

	/**
	 * Before there were aliases, which came with the second, verdicts, batches of light
	 * curves, and streams and series.
	 */
	private static final int FIRST = 1;

	private static final Lines NONE = new Lines(0, 0, Digests.sha256(new byte[0]));

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/**
	 * The documents of a collection.
	 *
	 * @param count how many
	 * @param leftOut how many were deleted while the backup ran, and are not in it
	 * @param sha256 hex digest of the lines
	 */
	record Lines(long count, long leftOut, String sha256) {
	}

	/**
	 * The stored bytes.
	 *
	 * @param count how many blobs
	 * @param bytes how long they are together, unpacked
	 */
	record Blobs(long count, long bytes) {
	}

	byte[] json() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * Reads a manifest.
	 * @param json its bytes
	 * @return a manifest of a format that can be restored
	 * @throws BackupFailed if it is another one
	 */
	static BackupManifest read(byte[] json) {
		try {
			@Nullable BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
			if (manifest == null || !manifest.format.equals(FORMAT)) {
				throw new BackupFailed("its manifest is not that of an ExoScout backup");
			}
			if (manifest.version < FIRST || manifest.version > VERSION) {
				throw new BackupFailed(
						"it has format version %d, written by ExoScout %s; this program knows versions %d to %d"
							.formatted(manifest.version, manifest.program, FIRST, VERSION));
			}
			return manifest;
		}
		catch (JacksonException ex) {
			throw new BackupFailed("its manifest can not be read", ex);
		}
	}

	/** Whether there is anything of a collection in the archive, if only no documents. */
	boolean has(BackedUpCollection kept) {
		return this.version >= kept.since();
	}

	Lines lines(BackedUpCollection kept) {
		if (!has(kept)) {
			return NONE;
		}
		Lines lines = this.documents.get(kept.collection());
		if (lines == null) {
			throw new BackupFailed("its manifest says nothing about " + kept.collection());
		}
		return lines;
	}

	/** How many documents were deleted while the backup ran. */
	public long leftOut() {
		return this.documents.values().stream().mapToLong(Lines::leftOut).sum();
	}

	/** What is in the archive, for people. */
	public String contents() {
		String counts = Arrays.stream(BackedUpCollection.values())
			.map((kept) -> lines(kept).count() + " " + kept.collection())
			.collect(Collectors.joining(", "));
		return "%s and %d blobs (%,d bytes)".formatted(counts, this.blobs.count(), this.blobs.bytes());
	}

}
