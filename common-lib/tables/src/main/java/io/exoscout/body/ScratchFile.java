package io.exoscout.body;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.exoscout.store.BlobProblems;

/**
 * Bytes that are too many for memory and wanted again before long. Made by
 * {@link Spool#scratch}; where the system allows it, the file has no name any more once
 * it is open, so that not even a crash leaves it behind. Written by one thread; what is
 * written, many may read.
 */
public final class ScratchFile implements Closeable {

	private final FileChannel channel;

	ScratchFile(Path file) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
	}

	/**
	 * Writes bytes behind those that are there.
	 * @return where they end
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} if there is no
	 * room
	 */
	public long write(ByteBuffer bytes) {
		try {
			while (bytes.hasRemaining()) {
				this.channel.write(bytes);
			}
			return this.channel.position();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The table can not be stored for now", ex);
		}
	}

	/**
	 * Reads bytes.
	 * @param from where they begin
	 * @param to where they end
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} if they can not be
	 * read
	 */
	public byte[] read(long from, long to) {
		try {
			ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
			while (bytes.hasRemaining()) {
				if (this.channel.read(bytes, from + bytes.position()) < 0) {
					throw new EOFException();
				}
			}
			return bytes.array();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
	}

	/** Gives the room back. */
	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

}
