package io.exoscout.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.exoscout.security.AddressBlock;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;

/**
 * From where a request comes.
 *
 * @param block the block of addresses
 * @param local whether it is on this machine, and nobody forwards what others send:
 * whoever is there has other means to stop a service
 */
record Sender(String block, boolean local) {

	/** Believes a proxy about addresses, but nobody that an address is this machine. */
	static Sender of(Request request) {
		boolean forwarded = request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null;
		return new Sender(AddressBlock.of(request.getRemoteAddr()), !forwarded && isLoopback(request.getPeerAddr()));
	}

	private static boolean isLoopback(String address) {
		try {
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
