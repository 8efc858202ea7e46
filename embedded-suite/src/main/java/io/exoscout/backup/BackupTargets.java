package io.exoscout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.s3.S3Access;
import io.exoscout.s3.S3Location;
import io.exoscout.s3.S3Objects;
import io.exoscout.s3.S3Refused;

/**
 * Finds where a backup is kept by what people type: {@code file.zip} or
 * {@code s3://bucket/key}.
 *
 * @param s3 the way to a bucket
 * @param disk a directory where a backup lies while it is sent to a bucket, or looked
 * into
 */
public record BackupTargets(S3Access s3, Path disk) {

	/**
	 * One backup.
	 *
	 * @param target where it lies
	 * @param name what it is called there
	 */
	public record Place(BackupTarget target, String name) {
	}

	/** The place of one backup. */
	public Place of(String text) {
		Optional<S3Location> location = S3Location.of(text);
		if (location.isEmpty()) {
			Path file = Path.of(text).toAbsolutePath();
			return new Place(new DirectoryTarget(Objects.requireNonNull(file.getParent(), "only the root has none")),
					file.getFileName().toString());
		}
		if (location.get().name().isEmpty()) {
			throw new BackupFailed("'%s' names no backup; one is like s3://bucket/exoscout.zip".formatted(text));
		}
		return new Place(bucket(location.get().bucket(), location.get().directory()), location.get().name());
	}

	/**
	 * Refuses a file that is not there, before anything is made for what it might hold.
	 * What a bucket has shows when it is asked.
	 */
	public static void requireThere(String text) {
		if (S3Location.of(text).isEmpty() && Files.notExists(Path.of(text))) {
			throw new BackupFailed(Path.of(text).toAbsolutePath() + ": no such file");
		}
	}

	/** A place for many backups: a directory, made if need be, or a bucket. */
	BackupTarget all(String text) {
		Optional<S3Location> location = S3Location.of(text);
		if (location.isPresent()) {
			String key = location.get().key();
			return bucket(location.get().bucket(), (key.isEmpty() || key.endsWith("/")) ? key : key + "/");
		}
		try {
			return new DirectoryTarget(Files.createDirectories(Path.of(text).toAbsolutePath()));
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	private BackupTarget bucket(String bucket, String prefix) {
		try {
			S3Objects objects = this.s3.objects(bucket, prefix);
			objects.requireAccess();
			Files.createDirectories(this.disk);
			return new BucketTarget(objects, this.disk);
		}
		catch (S3Refused ex) {
			throw new BackupFailed(String.valueOf(ex.getMessage()), ex);
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

}
