package io.exoscout.store;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where tables and models are kept.
 *
 * @param kind {@code directory}, the default, for one machine or a shared volume;
 * {@code gridfs} to keep them in the database; {@code s3} for a bucket of a server of the
 * S3 protocol
 * @param directory where blobs lie under {@code directory}; {@code blobs} in the data
 * directory unless set
 * @param spool where uploads lie while they are looked at, and lists while they are
 * written; {@code spool} in the data directory unless set. Need not be shared, nor
 * survive
 * @param bucket the bucket they lie in under {@code s3}
 * @param prefix what their keys begin with there, for a bucket that is shared
 */
@Validated
@ConfigurationProperties("exoscout.blobs")
public record BlobSettings(@DefaultValue("directory") Kind kind, @Nullable Path directory, @Nullable Path spool,
		@Nullable String bucket, @DefaultValue("") String prefix) {

	/** The kinds of store. */
	public enum Kind {

		/** Files. */
		DIRECTORY,
		/** MongoDB GridFS. */
		GRIDFS,
		/** Objects of a bucket. */
		S3

	}

	public Path directory(Path home) {
		return (this.directory != null) ? this.directory : home.resolve("blobs");
	}

	public Path spool(Path home) {
		return (this.spool != null) ? this.spool : home.resolve("spool");
	}

	/** The bucket, which has no default. */
	public String requiredBucket() {
		if (this.bucket == null || this.bucket.isBlank()) {
			throw new IllegalStateException("EXOSCOUT_BLOBS_KIND=s3 needs EXOSCOUT_BLOBS_BUCKET, the name of a bucket");
		}
		return this.bucket;
	}

	/** What keys begin with, as a place of its own. */
	public String place() {
		return (this.prefix.isEmpty() || this.prefix.endsWith("/")) ? this.prefix : this.prefix + "/";
	}

}
