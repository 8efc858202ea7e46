package io.exoscout.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.mongodb.MongoException;

/**
 * Turns the driver's exceptions into the problem that a store out of reach is. No
 * {@link IOException}: its broken pipe would be taken for that of a client.
 */
final class GridFsStream extends FilterInputStream {

	GridFsStream(InputStream chunks) {
		super(chunks);
	}

	@Override
	public int read() throws IOException {
		try {
			return super.read();
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			return super.read(target, offset, length);
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

}
