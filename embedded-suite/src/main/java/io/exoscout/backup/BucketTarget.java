package io.exoscout.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.exoscout.problem.ProblemException;
import io.exoscout.s3.S3Objects;
import io.exoscout.store.Digests;

import org.springframework.util.FileSystemUtils;

/**
 * Backups as objects of a server of the S3 protocol. Made, and looked into, as a file on
 * a disk of this machine; sent as an object that is there at once or not at all, and read
 * again before it counts.
 *
 * @param objects where they lie
 * @param disk a directory with room for one of them; it has to be there
 */
record BucketTarget(S3Objects objects, Path disk) implements BackupTarget {

	@Override
	public BackupManifest write(BackupStores source, String name, String program, Clock clock) {
		if (reaching(() -> this.objects.length(name)).isPresent()) {
			throw new BackupFailed("%s is there already; choose another name".formatted(place(name)));
		}
		return onDisk((file) -> {
			BackupManifest manifest = Backup.write(source, file, program, clock);
			send(file, name);
			return manifest;
		});
	}

	private void send(Path file, String name) {
		try {
			String sha256 = digest(Files.newInputStream(file));
			try (InputStream bytes = Files.newInputStream(file)) {
				this.objects.put(name, bytes, Files.size(file), sha256);
			}
			requireSame(name, sha256);
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
		catch (ProblemException ex) {
			throw unreachable(ex);
		}
	}

	/** What can not be read again is not to be taken for a backup. */
	private void requireSame(String name, String sha256) throws IOException {
		boolean same = false;
		try {
			same = digest(stored(name)).equals(sha256);
		}
		finally {
			if (!same) {
				this.objects.delete(name);
			}
		}
		if (!same) {
			throw new BackupFailed("%s is not what was sent there; it is deleted again".formatted(place(name)));
		}
	}

	private InputStream stored(String name) {
		return reaching(() -> this.objects.open(name))
			.orElseThrow(() -> new BackupFailed("there is no %s".formatted(place(name))));
	}

	private static String digest(InputStream bytes) throws IOException {
		MessageDigest digest = Digests.sha256();
		try (InputStream in = new DigestInputStream(bytes, digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	@Override
	public <T> T read(String name, Function<Path, T> reader) {
		return onDisk((file) -> {
			try (InputStream in = stored(name)) {
				Files.copy(in, file);
			}
			catch (IOException ex) {
				throw BackupFailed.writing(ex);
			}
			catch (ProblemException ex) {
				throw unreachable(ex);
			}
			return reader.apply(file);
		});
	}

	/** Lends a file that is not there yet, and takes it away afterwards. */
	private <T> T onDisk(Function<Path, T> work) {
		try {
			// a suite that starts clears away what is called so
			Path bench = Files.createTempDirectory(this.disk, "exoscout-draft-backup-");
			try {
				return work.apply(bench.resolve("backup.zip"));
			}
			finally {
				FileSystemUtils.deleteRecursively(bench);
			}
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	@Override
	public List<String> names() {
		return reaching(() -> {
			List<String> names = new ArrayList<>();
			this.objects.each("", (entry) -> names.add(entry.key()));
			return names;
		});
	}

	@Override
	public void delete(String name) {
		reaching(() -> {
			this.objects.delete(name);
			return Optional.empty();
		});
	}

	/** Nothing of it is in the bucket. */
	@Override
	public void clearAfter(String name) {
	}

	@Override
	public long bytes(String name) {
		return reaching(() -> this.objects.length(name))
			.orElseThrow(() -> new BackupFailed("there is no %s".formatted(place(name))));
	}

	@Override
	public String place(String name) {
		return name + " in " + this.objects.place();
	}

	private <T> T reaching(Supplier<T> request) {
		try {
			return request.get();
		}
		catch (ProblemException ex) {
			throw unreachable(ex);
		}
	}

	private BackupFailed unreachable(ProblemException cause) {
		Throwable behind = (cause.getCause() != null) ? cause.getCause() : cause;
		String said = String.valueOf(behind.getMessage()).lines().findFirst().orElse("");
		return new BackupFailed("%s can not be reached: %s".formatted(this.objects.place(), said), cause);
	}

}
