package io.exoscout.body;

import java.io.IOException;
import java.io.InputStream;

/** A stream that has its bytes in blocks; single ones are a block of one. */
abstract class ByteBlocks extends InputStream {

	@Override
	public final int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public abstract int read(byte[] target, int offset, int length) throws IOException;

}
