package io.exoscout.suite.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file system of its own in memory, which can be full. Only root may mount one; for
 * anybody else it is a plain directory that never fills up.
 */
public final class Volume implements AutoCloseable {

	private final Path directory;

	private final boolean mounted;

	private Volume(Path directory, boolean mounted) {
		this.directory = directory;
		this.mounted = mounted;
	}

	public static Volume mount(Path directory, int megabytes) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		int code = Commands.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
		return new Volume(directory, code == 0);
	}

	Path directory() {
		return this.directory;
	}

	public Path blobs() {
		return this.directory.resolve("blobs");
	}

	/** Whether {@link #fill} can do anything. */
	public boolean canBeFilled() {
		return this.mounted;
	}

	/** Takes all the space that is left. */
	public void fill() {
		fill(Long.MAX_VALUE);
	}

	/** Takes so many bytes of the space that is left, or all there is. */
	void fill(long bytes) {
		byte[] block = new byte[1 << 20];
		try (OutputStream out = Files.newOutputStream(ballast(), StandardOpenOption.CREATE,
				StandardOpenOption.APPEND)) {
			for (long taken = 0; taken < bytes; taken += block.length) {
				out.write(block);
			}
		}
		catch (IOException ex) {
			// full, as it was to be
		}
	}

	/** Gives the space back. */
	public void drain() {
		try {
			Files.deleteIfExists(ballast());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path ballast() {
		return this.directory.resolve("ballast");
	}

	@Override
	public void close() {
		if (this.mounted) {
			Commands.run("umount", "-l", this.directory.toString());
		}
	}

}
