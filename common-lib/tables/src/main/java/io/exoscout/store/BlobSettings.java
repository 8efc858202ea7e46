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
 * {@code gridfs} to keep them in the database
 * @param directory where blobs lie under {@code directory}; {@code blobs} in the data
 * directory unless set
 * @param spool where uploads lie while they are looked at, and lists while they are
 * written; {@code spool} in the data directory unless set. Need not be shared, nor
 * survive
 */
@Validated
@ConfigurationProperties("exoscout.blobs")
public record BlobSettings(@DefaultValue("directory") Kind kind, @Nullable Path directory, @Nullable Path spool) {

	/** The kinds of store. */
	public enum Kind {

		/** Files. */
		DIRECTORY,
		/** MongoDB GridFS. */
		GRIDFS

	}

	public Path directory(Path home) {
		return (this.directory != null) ? this.directory : home.resolve("blobs");
	}

	public Path spool(Path home) {
		return (this.spool != null) ? this.spool : home.resolve("spool");
	}

}
