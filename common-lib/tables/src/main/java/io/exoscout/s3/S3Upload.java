package io.exoscout.s3;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.exoscout.store.Digests;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Sends an object: at once if it is short, else in parts that become an object at the
 * end. One part is in memory at a time, so that it can be sent again; each goes out with
 * its MD5, which every server compares.
 */
final class S3Upload {

	/** Bytes of a part, unless there would be more of them than there may be. */
	static final int PART = 8 << 20;

	private static final int MOST_PARTS = 10_000;

	private static final String ANY = "application/octet-stream";

	private final S3Client client;

	private final String bucket;

	private final String key;

	S3Upload(S3Client client, String bucket, String key) {
		this.client = client;
		this.bucket = bucket;
		this.key = key;
	}

	void send(InputStream bytes, long length, String sha256) throws IOException {
		MessageDigest digest = Digests.sha256();
		int size = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(PART, (length + MOST_PARTS - 1) / MOST_PARTS));
		byte[] part = new byte[(int) Math.min(length, size)];
		if (length <= PART) {
			fill(part, part.length, bytes, digest);
			requireSame(bytes, digest, sha256);
			whole(part, part.length);
			return;
		}
		String upload = this.client.createMultipartUpload((request) -> request.bucket(this.bucket).key(this.key))
			.uploadId();
		try {
			List<CompletedPart> sent = new ArrayList<>();
			for (long left = length; left > 0; left -= size) {
				int count = (int) Math.min(left, size);
				fill(part, count, bytes, digest);
				sent.add(part(upload, sent.size() + 1, part, count));
			}
			requireSame(bytes, digest, sha256);
			complete(upload, sent, length);
		}
		catch (IOException | RuntimeException ex) {
			abandon(upload, ex);
			throw ex;
		}
	}

	private static void fill(byte[] part, int count, InputStream bytes, MessageDigest digest) throws IOException {
		if (bytes.readNBytes(part, 0, count) < count) {
			throw new EOFException("there are fewer bytes to store than were said");
		}
		digest.update(part, 0, count);
	}

	private static void requireSame(InputStream bytes, MessageDigest digest, String sha256) throws IOException {
		if (bytes.read() >= 0 || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
			throw new IOException("the bytes to store changed after they were hashed");
		}
	}

	void whole(byte[] bytes, int count) {
		this.client.putObject((request) -> request.bucket(this.bucket).key(this.key).contentMD5(md5(bytes, count)),
				body(bytes, count));
	}

	private CompletedPart part(String upload, int number, byte[] bytes, int count) {
		String tag = this.client
			.uploadPart((request) -> request.bucket(this.bucket)
				.key(this.key)
				.uploadId(upload)
				.partNumber(number)
				.contentMD5(md5(bytes, count)), body(bytes, count))
			.eTag();
		return CompletedPart.builder().partNumber(number).eTag(tag).build();
	}

	/** What was asked once may be done although its answer was lost. */
	private void complete(String upload, List<CompletedPart> parts, long length) {
		try {
			this.client.completeMultipartUpload((request) -> request.bucket(this.bucket)
				.key(this.key)
				.uploadId(upload)
				.multipartUpload((all) -> all.parts(parts)));
		}
		catch (NoSuchUploadException ex) {
			if (this.client.headObject((request) -> request.bucket(this.bucket).key(this.key))
				.contentLength() != length) {
				throw ex;
			}
		}
	}

	private void abandon(String upload, Exception because) {
		try {
			abandon(upload);
		}
		catch (SdkException ex) {
			// then a sweep does
			because.addSuppressed(ex);
		}
	}

	/** Lets the server forget the parts of an upload; fine if it has. */
	void abandon(String upload) {
		try {
			this.client.abortMultipartUpload((request) -> request.bucket(this.bucket).key(this.key).uploadId(upload));
		}
		catch (NoSuchUploadException ex) {
			// completed, or somebody else did
			return;
		}
	}

	private static RequestBody body(byte[] bytes, int count) {
		return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, count), count, ANY);
	}

	private static String md5(byte[] bytes, int count) {
		try {
			MessageDigest md5 = MessageDigest.getInstance("MD5");
			md5.update(ByteBuffer.wrap(bytes, 0, count));
			return Base64.getEncoder().encodeToString(md5.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has it", ex);
		}
	}

}
