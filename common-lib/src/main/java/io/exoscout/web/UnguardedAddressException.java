package io.exoscout.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/** The service would be open to the network without anybody having said so. */
class UnguardedAddressException extends RuntimeException {

	UnguardedAddressException(String property, @Nullable InetAddress address) {
		super("%s is %s, which others can reach, but nothing guards it: set exoscout.security.api-keys"
			.formatted(property, (address != null) ? address.getHostAddress() : "not set (all addresses)")
				+ " or exoscout.security.issuer, or exoscout.security.mode=open to let everybody in.");
	}

}
