package io.exoscout.gateway;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.servers.FreePort;
import org.junit.jupiter.api.Assumptions;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The machine's nginx with the configuration that is shipped. Only addresses and folders
 * are others.
 */
final class Gateway implements AutoCloseable {

	/** A name the gateway answers to, besides those of this machine. */
	static final String NAME = "vetting.example";

	private static final Path CONFIGURATION = Path.of("../gateway/nginx.conf.template");

	private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin");

	private final Path home;

	private final int port;

	private final Process nginx;

	private Gateway(Path home, int port, Process nginx) {
		this.home = home;
		this.port = port;
		this.nginx = nginx;
	}

	/**
	 * Starts it. Without nginx the test fails in CI and is skipped elsewhere.
	 * @param services address of each service by its name
	 * @return the gateway, taking connections
	 */
	static Gateway start(Map<String, String> services) throws IOException {
		Path program = program();
		Path home = Files.createTempDirectory("gateway");
		int port = FreePort.find();
		Path file = Files.writeString(home.resolve("nginx.conf"), configuration(home, port, services));
		File log = home.resolve("log").toFile();
		// nginx started by root becomes nobody, who may not be allowed to read the
		// checkout
		String directives = "daemon off; user " + System.getProperty("user.name") + ";";
		Process nginx = new ProcessBuilder(program.toString(), "-e", "stderr", "-c", file.toString(), "-g", directives)
			.redirectErrorStream(true)
			.redirectOutput(log)
			.start();
		await("nginx listens").atMost(Duration.ofSeconds(30)).until(() -> {
			assertThat(nginx.isAlive()).as("nginx runs; it printed %s", Files.readString(log.toPath())).isTrue();
			return listens(port);
		});
		return new Gateway(home, port, nginx);
	}

	GatewayWire connect() throws IOException {
		return new GatewayWire(new Socket(InetAddress.getLoopbackAddress(), this.port));
	}

	private static Path program() {
		return FOLDERS.stream()
			.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseGet(() -> {
				String message = "This test needs Debian's nginx";
				assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
				return Assumptions.abort(message);
			});
	}

	private static String configuration(Path home, int port, Map<String, String> services) throws IOException {
		String text = Files.readString(CONFIGURATION)
			.replace("${EXOSCOUT_HOSTS}", NAME)
			.replace("listen 8080", "listen 127.0.0.1:" + port)
			.replace("/tmp/", home + "/");
		for (Map.Entry<String, String> service : services.entrySet()) {
			String named = service.getKey() + ":8080";
			assertThat(text).contains(named);
			text = text.replace(named, service.getValue());
		}
		assertThat(text).doesNotContain("-service:");
		return text;
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		Stream<ProcessHandle> workers = this.nginx.descendants();
		this.nginx.destroy();
		this.nginx.onExit().join();
		workers.forEach((worker) -> worker.onExit().join());
		FileSystemUtils.deleteRecursively(this.home);
	}

}
