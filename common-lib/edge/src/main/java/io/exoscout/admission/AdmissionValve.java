package io.exoscout.admission;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import io.exoscout.security.FirstGlance;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Stands in front of everything. A request whose body is not there yet waits without a
 * thread, and so does one for which there is none; whoever is refused by the head of the
 * request alone is so at once, whatever it still sends.
 */
class AdmissionValve extends ValveBase {

	/** What a caller that is let in may send in vain before the connection is closed. */
	private static final long MOST_IN_VAIN = 1L << 30;

	private static final Duration LONGEST_IN_VAIN = Duration.ofMinutes(15);

	/** The same of a caller that is not: some table, from a page with an old key. */
	private static final long STRANGERS_MOST = 8 * 1024 * 1024;

	private static final Duration STRANGERS_LONGEST = Duration.ofSeconds(5);

	private final AdmissionSettings settings;

	private final FirstGlance glance;

	private final ProblemWriter problems;

	/** Of the places for uploads one address has at most the fourth part. */
	private static final int SHARES = 4;

	private final long longest;

	private final WaitingLine uploads;

	private final @Nullable WaitingLine threads;

	private final Addresses addresses;

	private final WaitingRequests waiting;

	/**
	 * A valve for one server.
	 * @param settings the limits
	 * @param glance what a head alone says
	 * @param problems how refusals are written
	 * @param longest the longest body that anybody takes, in bytes
	 * @param waiting where those are that have no thread
	 * @param places how many requests may be at work, fewer than there are threads, so
	 * that health is always told; none where each request has a thread of its own
	 */
	AdmissionValve(AdmissionSettings settings, FirstGlance glance, ProblemWriter problems, long longest,
			WaitingRequests waiting, @Nullable Integer places) {
		super(true);
		this.settings = settings;
		this.glance = glance;
		this.problems = problems;
		this.longest = longest;
		this.waiting = waiting;
		this.threads = (places != null) ? new WaitingLine(places) : null;
		int uploads = (places != null) ? Math.min(settings.uploads(), Math.max(1, places / 2)) : settings.uploads();
		this.uploads = new WaitingLine(uploads, Math.max(1, uploads / SHARES));
		this.addresses = new Addresses(settings.bodiesPerAddress());
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.getNote(WaitingRequest.NOTE) instanceof WaitingRequest waited && request.isAsyncDispatching()) {
			waited.back();
			goOn(waited, request, response);
		}
		else if (request.isAsync() || request.getContext() == null) {
			getNext().invoke(request, response);
		}
		else if (isUnfinished(request)) {
			arrive(request, response);
		}
		else {
			serve(request, response, null);
		}
	}

	/** Sees to a request that has come without the end of its body. */
	private void arrive(Request request, Response response) throws IOException, ServletException {
		Sender sender = Sender.of(request);
		boolean stranger = this.glance.refuses(request);
		if (stranger || request.getContentLengthLong() > this.longest) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			request.getCoyoteRequest().setExpectation(false);
			invokeWithoutBody(request, response);
			linger(request, response, stranger ? STRANGERS_MOST : MOST_IN_VAIN,
					stranger ? STRANGERS_LONGEST : LONGEST_IN_VAIN);
		}
		else if (!this.addresses.enter(sender)) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			request.getCoyoteRequest().setExpectation(false);
			this.problems.writeBare(request, response,
					new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
							"%d requests of this address wait for the ends of their bodies; finish those first."
								.formatted(this.settings.bodiesPerAddress())));
			linger(request, response, STRANGERS_MOST, STRANGERS_LONGEST);
		}
		else {
			response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
			request.getCoyoteRequest().setExpectation(false);
			new UnfinishedBody(request, this.waiting, pace(), this.uploads, this.settings.uploadPatience(),
					() -> this.addresses.leave(sender))
				.park();
		}
	}

	private BodyPace pace() {
		return new BodyPace(this.settings.bodyPace().toBytes(), this.settings.bodyWindow(), this.settings.bodyTime());
	}

	/**
	 * Whoever is refused is so whatever he sends: nobody is to wait for that by mistake.
	 */
	private void invokeWithoutBody(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request coyote = request.getCoyoteRequest();
		InputBuffer body = coyote.getInputBuffer();
		coyote.setInputBuffer(new Unread());
		try {
			getNext().invoke(request, response);
		}
		finally {
			coyote.setInputBuffer(body);
		}
	}

	/**
	 * Whether some of the body is not there yet, as far as can be told without a read.
	 */
	private static boolean isUnfinished(Request request) {
		org.apache.coyote.Request coyote = request.getCoyoteRequest();
		long length = coyote.getContentLengthLong();
		if (length <= 0) {
			return !request.isFinished(); // in chunks, or none
		}
		coyote.action(ActionCode.AVAILABLE, false);
		return coyote.getAvailable() < length;
	}

	private void goOn(WaitingRequest waited, Request request, Response response) throws IOException, ServletException {
		if (waited instanceof UnfinishedBody body && body.wasLate()) {
			body.release();
			refuseLate(request, response, body.late());
		}
		else if (waited instanceof UnfinishedBody body) {
			serve(request, response, body);
		}
		else if (waited instanceof ThreadTurn turn) {
			work(request, response, turn.body(), turn::leaveLine);
		}
		else if (!request.isFinished()) {
			close(request);
		}
	}

	/** Serves a request, now or when there is a thread for it. */
	private void serve(Request request, Response response, @Nullable UnfinishedBody body)
			throws IOException, ServletException {
		WaitingLine threads = this.threads;
		if (threads == null || this.glance.isProbe(request.getRequestURI())) {
			work(request, response, body, () -> {
				// has no place
			});
			return;
		}
		Sender sender = Sender.of(request);
		if (threads.take(sender)) {
			work(request, response, body, () -> threads.leave(sender));
		}
		else {
			ThreadTurn turn = new ThreadTurn(request, this.waiting, body);
			turn.park();
			turn.goOnWithPlace(threads);
		}
	}

	private void work(Request request, Response response, @Nullable UnfinishedBody body, Runnable leave)
			throws IOException, ServletException {
		CallerPresence presence = new CallerPresence(request.getCoyoteRequest());
		try {
			if (body != null) {
				body.handOver();
			}
			request.setAttribute(CallerPresence.ATTRIBUTE, presence);
			getNext().invoke(request, response);
		}
		finally {
			presence.end();
			leave.run();
			if (body != null) {
				body.release();
			}
		}
		if (body != null && body.hasFailed()) {
			close(request);
			return;
		}
		linger(request, response, MOST_IN_VAIN, LONGEST_IN_VAIN);
	}

	/** Gives a client that was answered, and still sends, the time to see its answer. */
	private void linger(Request request, Response response, long most, Duration longest) throws IOException {
		AtomicBoolean error = new AtomicBoolean();
		request.getCoyoteRequest().action(ActionCode.IS_ERROR, error);
		if (!error.get() && !request.isAsync() && !request.isFinished()) {
			response.finishResponse();
			// told already; the container would take it for a failure of the waiting
			response.resetError();
			request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
			new Lingering(request, this.waiting, most, longest).park();
		}
	}

	/** Answers whoever has waited for too long, and is done with the connection. */
	private void refuseLate(Request request, Response response, ProblemException late) throws IOException {
		response.setHeader(HttpHeaders.CONNECTION, "close");
		this.problems.writeBare(request, response, late);
		response.finishResponse();
		close(request);
	}

	/** Closes the connection once the request is done with, and reads no more of it. */
	private static void close(Request request) {
		request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

	/** What those read who are not to read. */
	private static final class Unread implements InputBuffer {

		@Override
		public int doRead(ApplicationBufferHandler handler) {
			return -1;
		}

		@Override
		public int available() {
			return 0;
		}

	}

}
