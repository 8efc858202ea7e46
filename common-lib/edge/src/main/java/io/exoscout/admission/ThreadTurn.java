package io.exoscout.admission;

import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** A request that has come, and waits for a thread. */
final class ThreadTurn extends WaitingRequest {

	private final @Nullable UnfinishedBody body;

	ThreadTurn(Request request, WaitingRequests all, @Nullable UnfinishedBody body) {
		super(request, all);
		this.body = body;
	}

	/** How its body came, if it was not there at once. */
	@Nullable UnfinishedBody body() {
		return this.body;
	}

	@Override
	boolean isLate(long now) {
		return false;
	}

	@Override
	void gone() {
		if (this.body != null) {
			this.body.release();
		}
	}

}
