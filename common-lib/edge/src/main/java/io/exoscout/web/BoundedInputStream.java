package io.exoscout.web;

import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.exoscout.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** Counts what is read and fails beyond a limit. */
class BoundedInputStream extends ServletInputStream {

	private final ServletInputStream body;

	private final Supplier<ProblemException> tooLarge;

	private final LongConsumer count;

	private long left;

	/**
	 * Counts a body.
	 * @param body its bytes
	 * @param limit how many there may be
	 * @param count hears how many more were read; may refuse them
	 * @param tooLarge what is said beyond the limit
	 */
	BoundedInputStream(ServletInputStream body, long limit, LongConsumer count, Supplier<ProblemException> tooLarge) {
		this.body = body;
		this.left = limit;
		this.count = count;
		this.tooLarge = tooLarge;
	}

	@Override
	public int read() throws IOException {
		int next = this.body.read();
		count((next >= 0) ? 1 : 0);
		return next;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = this.body.read(buffer, offset, length);
		count(Math.max(count, 0));
		return count;
	}

	private void count(int bytes) {
		this.left -= bytes;
		if (this.left < 0) {
			throw this.tooLarge.get();
		}
		this.count.accept(bytes);
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

}
