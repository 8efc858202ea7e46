package io.exoscout.searcher.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * The files of a ZIP archive by the directory at its end (PKWARE, APPNOTE 6.3.10,
 * sections 4.3.12 and 4.3.16). How many they are, what they are called, how large they
 * get and whether they overlap is looked at before any of it is unpacked.
 */
public final class ZipDirectory {

	/** So many files are taken at once. */
	public static final int MOST = 10_000;

	/** A file takes 46 bytes of the directory, its name and some notes. */
	private static final int MOST_BYTES = 8 << 20;

	private static final int END = 0x06054B50;

	private static final int END_BYTES = 22;

	private static final int ENTRY = 0x02014B50;

	private static final int ENTRY_BYTES = 46;

	/** Stands where the true number is elsewhere, as it is too large. */
	private static final long LARGE = 0xFFFFFFFFL;

	/** All files together may unpack to so many bytes, and so many more for each byte. */
	private static final long FREE = 16 << 20;

	private static final int FOR_ONE = 16;

	private static final int ENCRYPTED = 1;

	private final Path archive;

	private final String name;

	private final UnpackingBudget budget;

	private final List<ZippedFile> files = new ArrayList<>();

	private final Set<String> paths = new HashSet<>();

	private long packed;

	private long unpacked;

	private ZipDirectory(Path archive, String name, UnpackingBudget budget) {
		this.archive = archive;
		this.name = name;
		this.budget = budget;
	}

	/** Whether a file begins as a ZIP archive does. */
	public static boolean begins(byte[] head) {
		return head.length >= 4 && head[0] == 'P' && head[1] == 'K'
				&& (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
	}

	/**
	 * The files of an archive, without folders and what systems add by themselves.
	 * @param archive where it lies
	 * @param name of it, for people
	 * @param budget what all of it may unpack to
	 * @throws ProblemException {@code broken_zip}, {@code too_many_files} or
	 * {@code too_costly}
	 */
	public static List<ZippedFile> of(Path archive, String name, UnpackingBudget budget) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
			return new ZipDirectory(archive, name, budget).read(channel);
		}
	}

	private List<ZippedFile> read(SeekableByteChannel channel) throws IOException {
		long size = channel.size();
		int tail = (int) Math.min(size, END_BYTES + 0xFFFF);
		ByteBuffer last = bytes(channel, size - tail, tail);
		int end = end(last);
		int count = last.getShort(end + 10) & 0xFFFF;
		long bytes = last.getInt(end + 12) & LARGE;
		long from = last.getInt(end + 16) & LARGE;
		if (count > MOST || bytes > MOST_BYTES) {
			throw new ProblemException(ErrorCode.TOO_MANY_FILES,
					"Archive %s lists %s files; %d are taken at once.".formatted(Quoted.of(this.name),
							(count == 0xFFFF) ? "65,535 or more" : count, MOST),
					InputError.field("file", "too many files"));
		}
		if (from + bytes > size - tail + end) {
			throw broken("its directory does not lie where its end says");
		}
		entries(bytes(channel, from, (int) bytes), count, from);
		requireWorth(size);
		return this.files;
	}

	/** The end record, behind which there is nothing but its comment. */
	private int end(ByteBuffer last) {
		for (int at = last.capacity() - END_BYTES; at >= 0; at--) {
			if (last.getInt(at) == END) {
				if (at + END_BYTES + (last.getShort(at + 20) & 0xFFFF) != last.capacity()) {
					break;
				}
				return at;
			}
		}
		throw broken("its end is missing; it may have been cut short");
	}

	private void entries(ByteBuffer directory, int count, long end) {
		for (int i = 0; i < count; i++) {
			int at = directory.position();
			if (directory.remaining() < ENTRY_BYTES || directory.getInt(at) != ENTRY) {
				throw broken("its directory breaks off after %d of %d files".formatted(i, count));
			}
			int nameBytes = directory.getShort(at + 28) & 0xFFFF;
			int notes = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
			if (directory.remaining() < ENTRY_BYTES + nameBytes + notes) {
				throw broken("its directory breaks off in a name");
			}
			byte[] path = new byte[nameBytes];
			directory.get(at + ENTRY_BYTES, path);
			directory.position(at + ENTRY_BYTES + nameBytes + notes);
			entry(directory, at, new String(path, StandardCharsets.UTF_8), end);
		}
	}

	private void entry(ByteBuffer directory, int at, String path, long end) {
		requireInside(path);
		if (path.endsWith("/") || addedBySystem(path)) {
			return;
		}
		if ((directory.getShort(at + 8) & ENCRYPTED) != 0) {
			throw broken("file " + Quoted.of(path) + " is encrypted");
		}
		int method = directory.getShort(at + 10) & 0xFFFF;
		long packed = directory.getInt(at + 20) & LARGE;
		long size = directory.getInt(at + 24) & LARGE;
		long offset = directory.getInt(at + 42) & LARGE;
		if (method != ZippedFile.STORED && method != ZippedFile.DEFLATED) {
			throw broken("file %s is packed by method %d; 0 and 8 are read".formatted(Quoted.of(path), method));
		}
		if (packed == LARGE || size == LARGE || offset + packed > end
				|| method == ZippedFile.STORED && packed != size) {
			throw broken("file " + Quoted.of(path) + " does not lie in it as its directory says");
		}
		if (!this.paths.add(path)) {
			throw broken("there are two files " + Quoted.of(path));
		}
		this.packed += packed;
		this.unpacked += size;
		this.files.add(new ZippedFile(this.archive, path, offset, packed, size, method,
				directory.getInt(at + 16) & LARGE, this.budget));
	}

	/** Nothing is written by these names; who sends such means no good all the same. */
	private void requireInside(String path) {
		String plain = path.replace('\\', '/');
		boolean outside = plain.isEmpty() || plain.startsWith("/") || plain.matches("[A-Za-z]:.*")
				|| List.of(plain.split("/")).contains("..") || plain.chars().anyMatch(Character::isISOControl);
		if (outside || path.length() > 500) {
			throw broken("the name " + Quoted.of(Quoted.shortened(path)) + " is none of a file in it");
		}
	}

	private static boolean addedBySystem(String path) {
		String last = path.substring(path.lastIndexOf('/') + 1);
		return path.startsWith("__MACOSX/") || last.startsWith(".");
	}

	private void requireWorth(long size) {
		if (this.packed > size) {
			throw broken("its files overlap");
		}
		if (this.unpacked > FREE + FOR_ONE * this.packed) {
			throw new ProblemException(ErrorCode.TOO_COSTLY,
					"Archive %s unpacks to %d bytes out of %d, more than %d times its size. Leave out what only repeats itself."
						.formatted(Quoted.of(this.name), this.unpacked, this.packed, FOR_ONE),
					InputError.field("file", "mostly padding"));
		}
		if (this.files.isEmpty()) {
			throw new ProblemException(ErrorCode.EMPTY_FILE, "Archive " + Quoted.of(this.name) + " holds no file.",
					InputError.field("file", "empty"));
		}
	}

	private ProblemException broken(String why) {
		return new ProblemException(ErrorCode.BROKEN_ZIP,
				"Archive " + Quoted.of(this.name) + " can not be read: " + why + ".",
				InputError.field("file", "broken ZIP archive"));
	}

	private static ByteBuffer bytes(SeekableByteChannel channel, long from, int size) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		channel.position(from);
		while (bytes.hasRemaining()) {
			if (channel.read(bytes) < 0) {
				throw new EOFException("the archive changed while it was read");
			}
		}
		return bytes.flip();
	}

}
