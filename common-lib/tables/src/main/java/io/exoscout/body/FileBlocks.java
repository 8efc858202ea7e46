package io.exoscout.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file from some place on, opened anew for each block: a table may have thousands of
 * columns that are read in turn, and a process only so many open files.
 */
public final class FileBlocks extends ByteBlocks {

	private final Path file;

	private long at;

	public FileBlocks(Path file, long at) {
		this.file = file;
		this.at = at;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(this.file).position(this.at)) {
			int count = channel.read(ByteBuffer.wrap(target, offset, length));
			this.at += Math.max(count, 0);
			return count;
		}
	}

}
