package io.exoscout.admission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.apache.catalina.connector.Request;

/**
 * A request that was answered before all of its body came. Were the connection closed at
 * once, clients that send first and read later would never see the answer; so what they
 * send is thrown away for a while, and nobody waits for it.
 */
final class Lingering extends BodyListener {

	/**
	 * Who sends next to nothing for so long is not about to read. Shorter, and a crowd
	 * that is turned away would be back the sooner.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** That is next to nothing. */
	private static final long LITTLE = 8 * 1024;

	private long left;

	/**
	 * A request that has its answer.
	 * @param request the request
	 * @param all where it is to be found while it waits
	 * @param most how many bytes are thrown away
	 * @param longest and for how long
	 */
	Lingering(Request request, WaitingRequests all, long most, Duration longest) {
		super(request, all, new BodyPace(LITTLE, PAUSE, longest));
		this.left = most;
	}

	@Override
	boolean wantsMore() {
		return this.left > 0;
	}

	@Override
	void came(ByteBuffer bytes, int count) {
		this.left -= count;
	}

	@Override
	void broke(IOException failure) {
		this.left = 0; // there is an answer already
	}

	@Override
	void heard() {
		if (this.left <= 0 || isWhole()) {
			goOn();
		}
	}

	@Override
	void gone() {
		// holds nothing
	}

}
