package io.exoscout.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that tests start. */
public final class FreePort {

	private FreePort() {
	}

	/**
	 * A port for a server. It stays free while the server is away, since it lies below
	 * the range from which systems take one for every connection.
	 */
	public static int find() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// taken
			}
		}
	}

}
