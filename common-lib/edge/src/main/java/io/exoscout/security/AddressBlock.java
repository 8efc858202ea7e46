package io.exoscout.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * What one caller has of addresses: one of IPv4, but of IPv6 as many as share their first
 * half. Counting those one by one would count nobody twice.
 */
public final class AddressBlock {

	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	private static final int BYTES = 8;

	private AddressBlock() {
	}

	/**
	 * Names the block that an address is in.
	 * @param address as the container tells it, or whoever forwards the request
	 * @return the address itself, unless it is one of IPv6
	 */
	public static String of(String address) {
		int zone = address.indexOf('%');
		String host = (zone >= 0) ? address.substring(0, zone) : address;
		if (!IPV6.matcher(host).matches()) {
			return address;
		}
		try {
			// never asks anybody: what has a colon is no name
			return block(InetAddress.getByName(host));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	private static String block(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (bytes.length <= BYTES) {
			return address.getHostAddress(); // of IPv4, in the clothes of IPv6
		}
		StringBuilder block = new StringBuilder();
		for (int i = 0; i < BYTES; i += 2) {
			block.append("%x:".formatted((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
		}
		return block.append(":/64").toString();
	}

}
