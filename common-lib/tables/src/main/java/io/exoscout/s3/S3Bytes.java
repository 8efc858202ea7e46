package io.exoscout.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import io.exoscout.store.BlobProblems;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object. A connection that breaks in the middle, or that the server
 * closes because nobody has read for a while, is opened again where it broke. Never ends
 * before the last byte: then it is
 * {@link io.exoscout.problem.ErrorCode#STORAGE_UNAVAILABLE}.
 */
public final class S3Bytes extends InputStream {

	/** Broken connections that are made up for, each time so many bytes have come. */
	private static final int BREAKS = 3;

	private static final long COMING_ON = 1 << 20;

	private final S3Client client;

	private final GetObjectRequest request;

	private final long length;

	private ResponseInputStream<GetObjectResponse> bytes;

	private long place;

	private long brokeAt;

	private int breaks;

	/**
	 * Opens an object.
	 * @throws software.amazon.awssdk.services.s3.model.S3Exception if it is not there, or
	 * the server fails
	 */
	S3Bytes(S3Client client, GetObjectRequest request) {
		this.client = client;
		this.bytes = client.getObject(request);
		this.length = this.bytes.response().contentLength();
		// what is read after a break has to be of the same object
		this.request = request.toBuilder().ifMatch(this.bytes.response().eTag()).build();
	}

	/** How many there are. */
	public long length() {
		return this.length;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int count) throws IOException {
		if (count == 0) {
			return 0;
		}
		while (this.place < this.length) {
			try {
				int read = this.bytes.read(target, offset, count);
				if (read > 0) {
					this.place += read;
					return read;
				}
				goOn(new EOFException("%d of %d bytes came".formatted(this.place, this.length)));
			}
			catch (IOException | SdkException ex) {
				goOn(ex);
			}
		}
		return -1;
	}

	private void goOn(Exception failure) {
		this.breaks = (this.place - this.brokeAt >= COMING_ON) ? 1 : this.breaks + 1;
		this.brokeAt = this.place;
		this.bytes.abort();
		if (this.breaks > BREAKS) {
			throw BlobProblems.unavailable(failure);
		}
		String rest = "bytes=%d-".formatted(this.place);
		this.bytes = S3Problems.reaching(() -> this.client.getObject(this.request.toBuilder().range(rest).build()));
	}

	@Override
	public void close() throws IOException {
		if (this.place < this.length) {
			// the rest need not come
			this.bytes.abort();
		}
		this.bytes.close();
	}

}
