package io.exoscout.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.exoscout.database.StartFailed;
import io.exoscout.home.OwnerOnly;

/**
 * Keeps a second process out of the data directory. The operating system lets go of the
 * lock when the process ends, however it ends, so nothing has to be cleaned up after a
 * crash.
 */
record HomeLock(FileChannel channel) implements AutoCloseable {

	/**
	 * Takes the data directory, making it if it is not there yet.
	 * @param home the data directory
	 * @return the lock, to be closed last
	 * @throws StartFailed if another process has it, or it can not be written
	 */
	public static HomeLock acquire(Path home) {
		try {
			OwnerOnly.make(home);
			FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locked(channel)) {
				channel.close();
				throw new StartFailed("the data directory " + home + " is in use by another ExoScout. "
						+ "Stop that one, or choose another directory with EXOSCOUT_HOME.");
			}
			note(channel);
			return new HomeLock(channel);
		}
		catch (IOException ex) {
			throw new StartFailed("the data directory " + home + " can not be written. "
					+ "Check its permissions, or choose another directory with EXOSCOUT_HOME.", ex);
		}
	}

	/** Whether a process has the data directory, this one included. */
	static boolean isHeld(Path home) {
		Path file = home.resolve("lock");
		if (!Files.exists(file)) {
			return false;
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			return !locked(channel);
		}
		catch (IOException ex) {
			throw new StartFailed("the lock of the data directory %s can not be looked at".formatted(home), ex);
		}
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			// held by this very process
			return false;
		}
	}

	/** Leaves the process id in the file, for whoever wonders which process has it. */
	private static void note(FileChannel channel) throws IOException {
		byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
		channel.truncate(0).write(ByteBuffer.wrap(pid));
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new StartFailed("the lock of the data directory can not be released", ex);
		}
	}

}
