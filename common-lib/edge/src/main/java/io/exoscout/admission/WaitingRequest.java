package io.exoscout.admission;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * A request that has no thread until it goes on: the valve gets it again then, as if it
 * had just come. See the RATIONALE for how the container is brought to do so.
 */
abstract class WaitingRequest implements AsyncListener {

	/** Where the valve finds what a request has waited for. */
	static final String NOTE = WaitingRequest.class.getName();

	private final Request request;

	private final WaitingRequests all;

	private final Sender sender;

	private final LongConsumer look = this::look;

	private final BooleanSupplier turn = this::goOnInTurn;

	private State state = State.WAITING;

	private @Nullable AsyncContext exchange;

	private boolean overdue;

	private boolean late;

	/** Where it waits for a place, or has one. */
	private @Nullable WaitingLine line;

	private boolean placed;

	WaitingRequest(Request request, WaitingRequests all) {
		this.request = request;
		this.all = all;
		this.sender = Sender.of(request);
	}

	Request request() {
		return this.request;
	}

	/** Gives the thread back; from here on the request goes on when told to. */
	void park() {
		this.request.setNote(NOTE, this);
		AsyncContext exchange = this.request.startAsync();
		exchange.setTimeout(0);
		exchange.addListener(this);
		this.exchange = exchange;
		this.all.add(this.look);
	}

	/** Goes on as soon as there is a place, which may be now. */
	void goOnWithPlace(WaitingLine places) {
		synchronized (this) {
			this.line = places;
		}
		if (places.takeOrWait(this.sender, this.turn) && !goOnInTurn()) {
			places.leave(this.sender);
		}
	}

	private synchronized boolean goOnInTurn() {
		this.placed = goOn();
		return this.placed;
	}

	/**
	 * Brings the request back to a thread.
	 * @return false if it has gone on already, or its client is gone
	 */
	synchronized boolean goOn() {
		if (this.state != State.WAITING) {
			return false;
		}
		this.state = State.GOING_ON;
		this.request.getCoyoteRequest().action(ActionCode.ASYNC_DISPATCH, null);
		return true;
	}

	/**
	 * Looks whether it has waited for too long. If so, the container is told to bring it
	 * back, since only the container knows that nothing of it is being read just now.
	 */
	synchronized void look(long now) {
		if (this.state == State.WAITING && !this.overdue && this.exchange != null && isLate(now)) {
			this.overdue = true;
			this.exchange.setTimeout(1);
		}
	}

	@Override
	public synchronized void onTimeout(AsyncEvent event) {
		this.late = goOn();
		if (this.late) {
			leaveLine();
		}
	}

	/** Whether it has waited for too long. */
	abstract boolean isLate(long now);

	/** The valve has it again: no longer asynchronous, as if it had just come. */
	synchronized void back() {
		this.all.remove(this.look);
		this.request.removeNote(NOTE);
		this.request.getCoyoteRequest().action(ActionCode.ASYNC_DISPATCHED, null);
		this.state = State.BACK;
	}

	/** Whether it went on only because it had waited for too long. */
	synchronized boolean wasLate() {
		return this.late;
	}

	/** Gives the place back that it went on with, or waits for none any more. */
	synchronized void leaveLine() {
		WaitingLine line = this.line;
		this.line = null;
		if (line != null && this.placed) {
			line.leave(this.sender);
		}
		else if (line != null) {
			line.forget(this.turn);
		}
	}

	/** The client is gone, or the container gives it up. */
	@Override
	public void onError(AsyncEvent event) {
		abandon();
		event.getAsyncContext().complete();
	}

	/** Gives back what it holds, unless it is back already. */
	void abandon() {
		if (leavesForGood()) {
			this.all.remove(this.look);
			gone();
		}
	}

	/** Whether it was not back yet; it holds no place from here on. */
	private synchronized boolean leavesForGood() {
		if (this.state == State.BACK || this.state == State.GONE) {
			return false;
		}
		leaveLine();
		this.state = State.GONE;
		return true;
	}

	/** Gives back what it holds. */
	abstract void gone();

	@Override
	public void onComplete(AsyncEvent event) {
		// goes on by other ways
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// what comes later is somebody else's
	}

	private enum State {

		WAITING, GOING_ON, BACK, GONE

	}

}
