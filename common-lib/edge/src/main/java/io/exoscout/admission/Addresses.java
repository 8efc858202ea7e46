package io.exoscout.admission;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much each address has under way. */
final class Addresses {

	private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

	private final int most;

	Addresses(int most) {
		this.most = most;
	}

	/** Takes one more of an address, unless it has as many as it may. */
	boolean enter(String address) {
		int count = this.underWay.merge(address, 1, Integer::sum);
		if (count <= this.most || isLoopback(address)) {
			return true;
		}
		leave(address);
		return false;
	}

	void leave(String address) {
		this.underWay.computeIfPresent(address, (same, count) -> (count > 1) ? count - 1 : null);
	}

	/** Whoever is on this machine has other means to stop a service. */
	private static boolean isLoopback(String address) {
		return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
	}

}
