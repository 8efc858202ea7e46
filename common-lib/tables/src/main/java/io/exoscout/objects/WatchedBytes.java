package io.exoscout.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes whose reader looks up again and again, so that whoever waits may stop it. */
public final class WatchedBytes extends FilterInputStream {

	private final Runnable meanwhile;

	/**
	 * The same bytes.
	 * @param in where they come from
	 * @param meanwhile called before every block; may end it with an exception
	 */
	public WatchedBytes(InputStream in, Runnable meanwhile) {
		super(in);
		this.meanwhile = meanwhile;
	}

	@Override
	public int read() throws IOException {
		this.meanwhile.run();
		return super.read();
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		this.meanwhile.run();
		return super.read(bytes, offset, length);
	}

}
