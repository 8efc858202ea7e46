package io.exoscout.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The version of the database up to which writes were acknowledged, noted beside it: a
 * store that lost its end opens as what it was some versions ago, and does not know.
 * Nothing is forced to disk, so the note counts as long as the machine has not been
 * started anew; after a power cut the database may rightly be older.
 *
 * @param file No channel: an interrupted thread would close it.
 */
record CommittedVersion(RandomAccessFile file, String boot) implements AutoCloseable {

	private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

	private static final int LENGTH = 64;

	static CommittedVersion open(Path file) throws IOException {
		String boot = Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "";
		// on a disk that became read-only there may be one to read, and none is written
		String mode = Files.exists(file) && !Files.isWritable(file) ? "r" : "rw";
		return new CommittedVersion(new RandomAccessFile(file.toFile(), mode), boot);
	}

	/** What was noted last, if that can still be relied upon. */
	OptionalLong read() throws IOException {
		byte[] note = new byte[LENGTH];
		this.file.seek(0);
		int length = Math.max(0, this.file.read(note));
		String[] words = new String(note, 0, length, StandardCharsets.US_ASCII).strip().split(" ");
		boolean reliable = words.length == 2 && !this.boot.isEmpty() && words[0].equals(this.boot)
				&& words[1].matches("\\d{1,18}");
		return reliable ? OptionalLong.of(Long.parseLong(words[1])) : OptionalLong.empty();
	}

	synchronized void note(long version) {
		byte[] note = "%-63s\n".formatted(this.boot + " " + version).getBytes(StandardCharsets.US_ASCII);
		try {
			this.file.seek(0);
			this.file.write(note);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
