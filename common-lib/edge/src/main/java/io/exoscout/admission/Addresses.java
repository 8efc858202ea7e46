package io.exoscout.admission;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much each address has under way. */
final class Addresses {

	private final Map<Sender, Integer> underWay = new ConcurrentHashMap<>();

	private final int most;

	Addresses(int most) {
		this.most = most;
	}

	/** Takes one more of an address, unless it has as many as it may. */
	boolean enter(Sender sender) {
		int count = this.underWay.merge(sender, 1, Integer::sum);
		if (count <= this.most || sender.local()) {
			return true;
		}
		leave(sender);
		return false;
	}

	void leave(Sender sender) {
		this.underWay.computeIfPresent(sender, (same, count) -> (count > 1) ? count - 1 : null);
	}

}
