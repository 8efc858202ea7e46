package io.exoscout.s3;

import java.net.URI;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a server of the S3 protocol is reached.
 *
 * @param endpoint its address; that of Amazon unless set
 * @param region the one that requests are signed for; {@code us-east-1} if there is an
 * endpoint, else what the environment says, as for every program of Amazon's
 * @param accessKey the name of the key, if it does not come from the environment
 * @param secretKey the key
 * @param pathStyle whether buckets are in the path of addresses rather than in the name
 * of the host; they are, unless set, if there is an endpoint
 * @param timeout how long the server may say nothing
 * @param patience how long one request may take, all attempts included; one sends or
 * copies up to 8 MB, or asks for the beginning of an answer
 */
@Validated
@ConfigurationProperties("exoscout.s3")
public record S3Settings(@Nullable URI endpoint, @Nullable String region, @Nullable String accessKey,
		@Nullable String secretKey, @Nullable Boolean pathStyle,
		@DurationMin(millis = 100) @DefaultValue("10s") Duration timeout,
		@DurationMin(millis = 100) @DefaultValue("30s") Duration patience) {

	public S3Settings {
		// files that pass on variables pass on empty ones, too
		region = unlessBlank(region);
		accessKey = unlessBlank(accessKey);
		secretKey = unlessBlank(secretKey);
		if ((accessKey == null) != (secretKey == null)) {
			throw new IllegalArgumentException(
					"EXOSCOUT_S3_ACCESSKEY and EXOSCOUT_S3_SECRETKEY are set together, or neither is");
		}
		if (endpoint != null
				&& (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?"))) {
			throw new IllegalArgumentException(
					"EXOSCOUT_S3_ENDPOINT '%s' is no address; one is like https://s3.example.org".formatted(endpoint));
		}
	}

	private static @Nullable String unlessBlank(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	boolean inPath() {
		return (this.pathStyle != null) ? this.pathStyle : this.endpoint != null;
	}

	/** Where it is, for people. */
	String place() {
		return (this.endpoint != null) ? this.endpoint.toString() : "Amazon";
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "S3 at " + place();
	}

}
