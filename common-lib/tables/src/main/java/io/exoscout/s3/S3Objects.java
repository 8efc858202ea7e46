package io.exoscout.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The objects of a bucket below a prefix. A server out of reach, and whatever it refuses,
 * is a {@link io.exoscout.problem.ProblemException} of kind {@code UNAVAILABLE}.
 */
public final class S3Objects {

	private static final Logger log = LoggerFactory.getLogger(S3Objects.class);

	/** A start does not wait longer than that for a server that is away. */
	private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

	private final S3Client client;

	private final String bucket;

	private final String prefix;

	private final String server;

	private final int page;

	S3Objects(S3Client client, String bucket, String prefix, String server, int page) {
		this.client = client;
		this.bucket = bucket;
		this.prefix = prefix;
		this.server = server;
		this.page = page;
	}

	/** Where they are, for people. */
	public String place() {
		return "s3://%s/%s at %s".formatted(this.bucket, this.prefix, this.server);
	}

	/**
	 * Makes sure that the bucket is there and lets us in; a server that is away may come
	 * back.
	 * @throws S3Refused if it does not
	 */
	public void requireAccess() {
		try {
			this.client.listObjectsV2(page("").maxKeys(1)
				.overrideConfiguration((configuration) -> configuration.apiCallTimeout(FIRST_LOOK))
				.build());
		}
		catch (SdkException ex) {
			if (!S3Problems.isOutage(ex)) {
				throw refused(ex);
			}
			log.warn("{} can not be reached yet", place(), ex);
		}
	}

	private S3Refused refused(SdkException failure) {
		if (!(failure instanceof S3Exception answer)) {
			return new S3Refused("%s can not be reached: %s".formatted(place(), S3Problems.firstLine(failure)),
					failure);
		}
		String said = "%d %s".formatted(answer.statusCode(), S3Problems.code(answer)).strip();
		String advice = switch (answer.statusCode()) {
			case 401, 403 -> "look at EXOSCOUT_S3_ACCESSKEY, EXOSCOUT_S3_SECRETKEY and the rights of that key";
			case 404 -> "make the bucket '%s', or say which one to use".formatted(this.bucket);
			default -> "look at EXOSCOUT_S3_ENDPOINT, EXOSCOUT_S3_REGION and the name of the bucket";
		};
		return new S3Refused("%s says no (%s); %s".formatted(place(), said, advice), failure);
	}

	/** How long an object is, if it is there. */
	public Optional<Long> length(String key) {
		try {
			HeadObjectResponse found = this.client.headObject((request) -> request.bucket(this.bucket).key(at(key)));
			return Optional.of(found.contentLength());
		}
		catch (S3Exception ex) {
			if (S3Problems.isUnexplained(ex)) {
				// the answer has no body that would say which of both is missing
				S3Problems.reaching(() -> this.client.headBucket((request) -> request.bucket(this.bucket)));
				return Optional.empty();
			}
			throw S3Problems.unavailable(ex);
		}
		catch (SdkException ex) {
			throw S3Problems.unavailable(ex);
		}
	}

	/** Opens an object, if it is there; whoever reads to the end has read all of it. */
	public Optional<S3Bytes> open(String key) {
		try {
			return Optional
				.of(new S3Bytes(this.client, GetObjectRequest.builder().bucket(this.bucket).key(at(key)).build()));
		}
		catch (S3Exception ex) {
			if (S3Problems.isMissing(ex)) {
				return Optional.empty();
			}
			throw S3Problems.unavailable(ex);
		}
		catch (SdkException ex) {
			throw S3Problems.unavailable(ex);
		}
	}

	/**
	 * Stores an object; it is there as a whole, or not at all. Holds no more than
	 * {@value S3Upload#PART} bytes at once.
	 * @param key where
	 * @param bytes what to store; not closed here
	 * @param length how many there are
	 * @param sha256 their hex digest
	 * @throws IOException if they can not be read, or are others
	 */
	public void put(String key, InputStream bytes, long length, String sha256) throws IOException {
		try {
			new S3Upload(this.client, this.bucket, at(key)).send(bytes, length, sha256);
		}
		catch (SdkException ex) {
			throw S3Problems.unavailable(ex);
		}
	}

	void put(String key, byte[] bytes) {
		try {
			new S3Upload(this.client, this.bucket, at(key)).whole(bytes, bytes.length);
		}
		catch (SdkException ex) {
			throw S3Problems.unavailable(ex);
		}
	}

	/**
	 * Copies an object, which dates the copy now; onto itself, that is all it does.
	 * @return whether there was anything to copy
	 */
	boolean copy(String from, String to) {
		CopyObjectRequest request = CopyObjectRequest.builder()
			.sourceBucket(this.bucket)
			.sourceKey(at(from))
			.destinationBucket(this.bucket)
			.destinationKey(at(to))
			// onto itself only what changes something is taken
			.metadataDirective(MetadataDirective.REPLACE)
			.metadata(Map.of("exoscout-dated", Instant.now().toString()))
			.build();
		try {
			this.client.copyObject(request);
			return true;
		}
		catch (S3Exception ex) {
			if (S3Problems.isMissing(ex)) {
				return false;
			}
			throw S3Problems.unavailable(ex);
		}
		catch (SdkException ex) {
			throw S3Problems.unavailable(ex);
		}
	}

	/** Deletes an object; one that is not there is fine. */
	public void delete(String key) {
		S3Problems.reaching(() -> this.client.deleteObject((request) -> request.bucket(this.bucket).key(at(key))));
	}

	/** Whether there is any object whose key begins so. */
	boolean any(String beginning) {
		return S3Problems.reaching(() -> this.client.listObjectsV2(page(beginning).maxKeys(1).build())).hasContents();
	}

	/** Goes through all objects whose keys begin so, a page at a time. */
	public void each(String beginning, Consumer<S3Entry> visitor) {
		ListObjectsV2Request request = page(beginning).build();
		ListObjectsV2Response page = page(request);
		show(page, visitor);
		while (Boolean.TRUE.equals(page.isTruncated())) {
			page = page(request.toBuilder().continuationToken(page.nextContinuationToken()).build());
			show(page, visitor);
		}
	}

	private ListObjectsV2Request.Builder page(String beginning) {
		return ListObjectsV2Request.builder().bucket(this.bucket).prefix(at(beginning)).maxKeys(this.page);
	}

	private ListObjectsV2Response page(ListObjectsV2Request request) {
		return S3Problems.reaching(() -> this.client.listObjectsV2(request));
	}

	private void show(ListObjectsV2Response page, Consumer<S3Entry> visitor) {
		page.contents()
			.forEach((object) -> visitor.accept(
					new S3Entry(object.key().substring(this.prefix.length()), object.size(), object.lastModified())));
	}

	/**
	 * Ends uploads that somebody began and did not end.
	 * @param before when they were begun
	 * @return how many
	 */
	long abandon(Instant before) {
		List<MultipartUpload> found = new ArrayList<>();
		ListMultipartUploadsRequest request = ListMultipartUploadsRequest.builder()
			.bucket(this.bucket)
			.prefix(this.prefix)
			.build();
		ListMultipartUploadsResponse page = uploads(request);
		found.addAll(page.uploads());
		while (Boolean.TRUE.equals(page.isTruncated())) {
			page = uploads(request.toBuilder()
				.keyMarker(page.nextKeyMarker())
				.uploadIdMarker(page.nextUploadIdMarker())
				.build());
			found.addAll(page.uploads());
		}
		found.removeIf((upload) -> !upload.initiated().isBefore(before));
		found.forEach((upload) -> new S3Upload(this.client, this.bucket, upload.key()).abandon(upload.uploadId()));
		return found.size();
	}

	private ListMultipartUploadsResponse uploads(ListMultipartUploadsRequest request) {
		return S3Problems.reaching(() -> this.client.listMultipartUploads(request));
	}

	private String at(String key) {
		return this.prefix + key;
	}

}
