package io.exoscout.web;

import java.net.InetAddress;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * From where the service can be reached, as far as its configuration tells.
 *
 * @param loopback whether only from this machine
 */
record Exposure(boolean loopback) {

	/**
	 * Looks at both servers, and refuses a service that would be open to the network
	 * without anybody having said so.
	 * @param server the address of the service
	 * @param management the address of its management port, where that is another one
	 * @param security what guards it
	 * @return from where it can be reached
	 */
	static Exposure checked(ServerProperties server, ManagementServerProperties management, SecuritySettings security) {
		Integer port = management.getPort();
		boolean separate = port != null && port >= 0 && !Objects.equals(port, server.getPort());
		boolean loopback = isLoopback(server.getAddress()) && (!separate || isLoopback(management.getAddress()));
		if (!loopback && !security.asksForCredentials() && security.mode() != SecuritySettings.Mode.OPEN) {
			boolean first = !isLoopback(server.getAddress());
			throw new UnguardedAddressException(first ? "server.address" : "management.server.address",
					first ? server.getAddress() : management.getAddress());
		}
		return new Exposure(loopback);
	}

	/** No address at all means every address of the machine. */
	private static boolean isLoopback(@Nullable InetAddress address) {
		return address != null && address.isLoopbackAddress();
	}

}
