package io.exoscout.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;

import io.exoscout.database.StartFailed;

import org.springframework.core.env.PropertyResolver;

/**
 * Where a server is to listen. Looked at before anything starts, so that the commonest
 * mistakes are told within a second and nothing has to be stopped again.
 *
 * @param address an address of this machine, or the one that stands for all of them
 * @param port from 1 to 65535, or 0 for any free one
 */
record ListenAddress(InetAddress address, int port) {

	private static final int LARGEST_PORT = 65535;

	/**
	 * Reads {@code server.address} and {@code server.port}.
	 * @param settings where to look for them
	 * @param usualPort the port if none is chosen
	 * @return where to listen
	 * @throws StartFailed if they are no address and port
	 */
	static ListenAddress of(PropertyResolver settings, int usualPort) {
		return new ListenAddress(address(settings.getProperty("server.address", "127.0.0.1")),
				port(settings.getProperty("server.port", Integer.toString(usualPort))));
	}

	private static InetAddress address(String text) {
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException ex) {
			throw new StartFailed(
					"'%s' is no address; SERVER_ADDRESS can be one of this machine, such as 127.0.0.1".formatted(text),
					ex);
		}
	}

	private static int port(String text) {
		if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
			return Integer.parseInt(text);
		}
		throw new StartFailed("'%s' is no port; SERVER_PORT can be a number from 1 to %d, or 0 for any free port"
			.formatted(text, LARGEST_PORT));
	}

	InetSocketAddress socket() {
		return new InetSocketAddress(this.address, this.port);
	}

	/**
	 * Makes sure that nobody else listens there.
	 * @throws StartFailed if somebody does, or the address is not of this machine
	 */
	void requireFree() {
		String host = this.address.getHostAddress();
		try (ServerSocket socket = new ServerSocket()) {
			if (!this.address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(this.address) == null) {
				throw new StartFailed(
						"%s is no address of this machine; choose another SERVER_ADDRESS".formatted(host));
			}
			socket.setReuseAddress(true);
			socket.bind(socket());
		}
		catch (IOException ex) {
			throw new StartFailed(
					"port %d on %s is in use or not allowed (%s); stop what uses it or choose another with SERVER_PORT"
						.formatted(this.port, host, ex.getMessage()),
					ex);
		}
	}

}
