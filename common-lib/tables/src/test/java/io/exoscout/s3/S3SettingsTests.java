package io.exoscout.s3;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class S3SettingsTests {

	private static S3Settings settings(@Nullable String endpoint, @Nullable String key, @Nullable String secret) {
		return new S3Settings((endpoint != null) ? URI.create(endpoint) : null, null, key, secret, null,
				Duration.ofSeconds(1), Duration.ofSeconds(1));
	}

	@Test
	void halfAKeyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(null, "name", null))
			.withMessageContaining("EXOSCOUT_S3_SECRETKEY");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(null, null, "secret"))
			.withMessageContaining("EXOSCOUT_S3_ACCESSKEY")
			.withMessageNotContaining("'secret'");
	}

	@Test
	void emptyKeyIsNone() {
		assertThat(settings(null, "", " ").accessKey()).isNull();
	}

	@Test
	void whatIsNoAddressIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings("s3.example.org", null, null))
			.withMessageContaining("'s3.example.org'");
	}

	@Test
	void secretIsNotShown() {
		assertThat(settings("https://s3.example.org", "name", "hidden").toString()).doesNotContain("hidden");
	}

	@Test
	void bucketsAreInThePathWhereThereIsAnEndpoint() {
		assertThat(settings("https://s3.example.org", null, null).inPath()).isTrue();
		assertThat(settings(null, null, null).inPath()).isFalse();
	}

	@Test
	void placesInBucketsAreReadAsTheyAreWritten() {
		assertThat(S3Location.of("s3://bucket/a/b.zip")).contains(new S3Location("bucket", "a/b.zip"));
		assertThat(S3Location.of("s3://bucket")).contains(new S3Location("bucket", ""));
		assertThat(S3Location.of("/a/b.zip")).isEmpty();
		assertThat(new S3Location("bucket", "a/b.zip").directory()).isEqualTo("a/");
		assertThat(new S3Location("bucket", "a/b.zip").name()).isEqualTo("b.zip");
		assertThat(new S3Location("bucket", "b.zip").directory()).isEmpty();
	}

}
