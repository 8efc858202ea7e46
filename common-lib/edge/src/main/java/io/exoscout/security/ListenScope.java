package io.exoscout.security;

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
record ListenScope(boolean loopback) {

	private static final int DEFAULT_PORT = 8080;

	/**
	 * Looks at both servers, and refuses a service that would be open to the network
	 * without anybody having said so.
	 * @param server the address of the service
	 * @param management the address of its management port, where that is another one
	 * @param security what guards it
	 * @param keys that callers may show
	 * @return from where it can be reached
	 */
	static ListenScope checked(ServerProperties server, ManagementServerProperties management,
			SecuritySettings security, KeyRing keys) {
		boolean loopback = isLoopback(server.getAddress());
		boolean managementLoopback = !isSeparate(server, management) || isLoopback(management.getAddress());
		if (!keys.isUsed() && !security.hasIssuer() && security.mode() != SecuritySettings.Mode.OPEN) {
			if (!loopback) {
				throw unguarded("server.address", server.getAddress());
			}
			if (!managementLoopback) {
				throw unguarded("management.server.address", management.getAddress());
			}
		}
		return new ListenScope(loopback && managementLoopback);
	}

	private static boolean isSeparate(ServerProperties server, ManagementServerProperties management) {
		Integer port = management.getPort();
		if (port == null || port < 0) {
			return false;
		}
		return port == 0 || !port.equals(Objects.requireNonNullElse(server.getPort(), DEFAULT_PORT));
	}

	private static UnsafeSettingsException unguarded(String property, @Nullable InetAddress address) {
		String where = (address != null) ? address.getHostAddress() : "not set (all addresses)";
		return new UnsafeSettingsException(("%s is %s, which others can reach, but nothing guards it:"
				+ " set exoscout.security.keys, exoscout.security.api-keys or exoscout.security.issuer,"
				+ " or exoscout.security.mode=open to let everybody in.")
			.formatted(property, where));
	}

	/** No address at all means every address of the machine. */
	private static boolean isLoopback(@Nullable InetAddress address) {
		return address != null && address.isLoopbackAddress();
	}

}
