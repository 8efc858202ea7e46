package io.exoscout.chaos;

import java.util.concurrent.ThreadLocalRandom;

/** Time that passes without a reason, as between two accidents. */
final class Pause {

	private Pause() {
	}

	static void between(int leastMillis, int mostMillis) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(leastMillis, mostMillis + 1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
