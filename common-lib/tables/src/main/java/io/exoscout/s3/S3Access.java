package io.exoscout.s3;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The way to a server of the S3 protocol; costs nothing until somebody goes it. */
public final class S3Access implements AutoCloseable {

	/** Of those that name none, nearly all servers but Amazon's. */
	private static final Region USUAL = Region.US_EAST_1;

	/** How many objects are listed at once; servers do not list more. */
	private static final int PAGE = 1000;

	private final S3Settings settings;

	private @Nullable S3Client client;

	public S3Access(S3Settings settings) {
		this.settings = settings;
	}

	/**
	 * The objects of a bucket.
	 * @param bucket its name
	 * @param prefix what all keys begin with
	 */
	public S3Objects objects(String bucket, String prefix) {
		return objects(bucket, prefix, PAGE);
	}

	S3Objects objects(String bucket, String prefix, int page) {
		return new S3Objects(client(), bucket, prefix, this.settings.place(), page);
	}

	private synchronized S3Client client() {
		S3Client made = this.client;
		if (made == null) {
			made = make();
			this.client = made;
		}
		return made;
	}

	private S3Client make() {
		S3ClientBuilder builder = S3Client.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(this.settings.timeout())
				.socketTimeout(this.settings.timeout()))
			.forcePathStyle(this.settings.inPath())
			// parts go out with their MD5, and what comes is compared with the digest it
			// was stored under: checksums in trailers would add nothing, and many
			// servers do not know them
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.serviceConfiguration((configuration) -> configuration.chunkedEncodingEnabled(false))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(RetryMode.STANDARD)
				.apiCallTimeout(this.settings.patience()));
		URI endpoint = this.settings.endpoint();
		if (endpoint != null) {
			builder.endpointOverride(endpoint);
		}
		String region = this.settings.region();
		if (region != null || endpoint != null) {
			builder.region((region != null) ? Region.of(region) : USUAL);
		}
		if (this.settings.accessKey() != null && this.settings.secretKey() != null) {
			builder.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(this.settings.accessKey(), this.settings.secretKey())));
		}
		return builder.build();
	}

	@Override
	public synchronized void close() {
		if (this.client != null) {
			this.client.close();
		}
	}

}
