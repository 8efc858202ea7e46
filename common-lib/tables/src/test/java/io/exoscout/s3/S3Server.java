package io.exoscout.s3;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.exoscout.servers.FreePort;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server of the S3 protocol: Adobe's S3Mock as a process of its own, whose libraries
 * nobody else sees. Like all of its kind it asks for a signature and does not look at it.
 */
public final class S3Server implements AutoCloseable {

	public static final String BUCKET = "exoscout";

	private static final Duration START = Duration.ofMinutes(2);

	private static S3Server shared;

	private final Path root;

	private final int port = FreePort.find();

	private Process process;

	private S3Server(Path root) {
		this.root = root;
	}

	/** The one of all tests of a run that do not harm it; started by who asks first. */
	public static synchronized S3Server shared() {
		if (shared == null) {
			shared = create();
			Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
		}
		return shared;
	}

	/** One of a test's own, to be closed. */
	public static S3Server create() {
		try {
			S3Server server = new S3Server(Files.createTempDirectory("s3"));
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts it, also after a kill, with what it had; returns when it answers. */
	public void start() {
		launch();
		awaitReady();
	}

	public void launch() {
		try {
			this.process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
					"-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", program(), "--server.port=0",
					"--com.adobe.testing.s3mock.http-port=" + this.port,
					"--com.adobe.testing.s3mock.store.root=" + this.root,
					"--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
					"--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
					"--com.adobe.testing.s3mock.max-payload-size=100MB", "--spring.main.banner-mode=off"))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect
					.appendTo(this.root.resolveSibling(this.root.getFileName() + ".txt").toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String program() {
		String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(path.split(File.pathSeparator))
			.filter((entry) -> entry.matches(".*s3mock-[\\d.]+-exec\\.jar"))
			.findFirst()
			.orElseThrow();
	}

	public void awaitReady() {
		await("S3Mock").atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
			assertThat(this.process.isAlive()).as("S3Mock alive").isTrue();
			return answers();
		});
	}

	private boolean answers() {
		try {
			HttpURLConnection bucket = (HttpURLConnection) URI.create(endpoint() + "/" + BUCKET)
				.toURL()
				.openConnection();
			return bucket.getResponseCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public int port() {
		return this.port;
	}

	public String endpoint() {
		return "http://127.0.0.1:" + this.port;
	}

	/** What a service has to be told to keep its blobs there. */
	public Map<String, String> settings(String prefix) {
		return Map.of("EXOSCOUT_BLOBS_KIND", "s3", "EXOSCOUT_BLOBS_BUCKET", BUCKET, "EXOSCOUT_BLOBS_PREFIX", prefix,
				"EXOSCOUT_S3_ENDPOINT", endpoint(), "EXOSCOUT_S3_ACCESSKEY", "tests", "EXOSCOUT_S3_SECRETKEY",
				"tests-secret");
	}

	/** The property behind a variable of {@link #settings}. */
	public static String property(String variable) {
		return variable.toLowerCase(Locale.ROOT)
			.replace('_', '.')
			.replace("accesskey", "access-key")
			.replace("secretkey", "secret-key");
	}

	/** The way to it; quick to lose patience. */
	public static S3Access access(String endpoint) {
		return new S3Access(new S3Settings(URI.create(endpoint), null, "tests", "tests-secret", null,
				Duration.ofSeconds(2), Duration.ofSeconds(6)));
	}

	/** What lies in it below a prefix. */
	public S3Objects objects(String prefix) {
		return new S3Access(new S3Settings(URI.create(endpoint()), null, "tests", "tests-secret", null,
				Duration.ofSeconds(20), Duration.ofSeconds(60)))
			.objects(BUCKET, prefix);
	}

	/** The power cut. */
	public void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	@Override
	public void close() {
		kill();
		try {
			FileSystemUtils.deleteRecursively(this.root);
			Files.deleteIfExists(this.root.resolveSibling(this.root.getFileName() + ".txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
