package io.exoscout.jobs.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.exoscout.jobs.live.LiveClient;
import io.exoscout.jobs.live.LiveFeeds;
import io.exoscout.jobs.live.LiveMessage;
import io.exoscout.jobs.live.LiveSettings;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.security.SocketCredentials;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client on a WebSocket: says who it is, if it must, and which jobs it wants to hear
 * of. What it gets wrong is answered, and the socket stays open.
 */
final class LiveSocket extends Endpoint implements LiveClient, OpenConnection, MessageHandler.Partial<String> {

	private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

	/** Nobody has more to say at once; the rest of a longer message is passed over. */
	private static final int LONGEST = 8192;

	/** Whoever sends so much in one message is sent away. */
	private static final int MOST_PASSED_OVER = 1 << 20;

	/** Each is looked after by itself. */
	private static final int MOST_JOBS = 200;

	/** Nobody guesses here for long. */
	private static final int MOST_WRONG = 3;

	private final LiveFeeds feeds;

	private final LiveClients clients;

	private final SocketCredentials credentials;

	private final LiveSettings settings;

	private final Set<String> tasks = ConcurrentHashMap.newKeySet();

	private final Queue<String> waiting = new ArrayDeque<>();

	private final long openedAt = System.nanoTime();

	/**
	 * Whether what it has shown still counts; nothing was shown yet where there is none.
	 */
	private volatile @Nullable BooleanSupplier known;

	private int wrong;

	private volatile @Nullable Session session;

	private boolean sending;

	/** What has come of the message that is being received. */
	private final StringBuilder received = new StringBuilder();

	/** How much of it, with what is passed over. */
	private int length;

	/** Beats since anything went out. */
	private int stuck;

	LiveSocket(LiveFeeds feeds, LiveClients clients, SocketCredentials credentials, LiveSettings settings,
			Optional<BooleanSupplier> known) {
		this.feeds = feeds;
		this.clients = clients;
		this.credentials = credentials;
		this.settings = settings;
		this.known = known.orElse(null);
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		this.session = session;
		session.setMaxIdleTimeout(0);
		session.setMaxTextMessageBufferSize(LONGEST);
		session.setMaxBinaryMessageBufferSize(LONGEST);
		session.addMessageHandler(String.class, this);
		session.addMessageHandler(ByteBuffer.class, this::onBytes);
		this.clients.add(this);
	}

	@Override
	public void onMessage(String part, boolean last) {
		this.received.append(part, 0, Math.min(part.length(), LONGEST - this.received.length()));
		if (isTaken(part.length(), last)) {
			String text = this.received.toString();
			boolean whole = this.length <= LONGEST;
			begin();
			if (whole) {
				take(text);
			}
			else {
				malformed("The message has more than %d characters; that many are accepted".formatted(LONGEST));
			}
		}
	}

	private void onBytes(ByteBuffer part, boolean last) {
		if (isTaken(part.remaining(), last)) {
			begin();
			malformed("The message is binary; accepted are texts: JSON objects with a type");
		}
	}

	/** Whether a message is at its end. One that has none must not go on for ever. */
	private boolean isTaken(int more, boolean last) {
		this.length += more;
		if (this.length > MOST_PASSED_OVER) {
			close(CloseCodes.TOO_BIG, "too long");
			return false;
		}
		return last;
	}

	private void begin() {
		this.received.setLength(0);
		this.length = 0;
	}

	private void malformed(String reason) {
		say(SocketMessage.error(ErrorCode.MALFORMED_REQUEST, reason));
	}

	private void take(String text) {
		try {
			SocketRequest request = SocketRequest.read(text);
			if (request.type().equals("authenticate")) {
				authenticate(request);
			}
			else if (this.known == null) {
				say(SocketMessage.error(ErrorCode.UNAUTHORIZED,
						"Say who you are first: {\"type\": \"authenticate\", \"api_key\": …} or, with a bearer token, "
								+ "{\"type\": \"authenticate\", \"token\": …}."));
			}
			else {
				answer(request);
			}
		}
		catch (IllegalArgumentException ex) {
			malformed(String.valueOf(ex.getMessage()));
		}
	}

	private void authenticate(SocketRequest request) {
		if (this.known != null && !this.credentials.needed()) {
			say(SocketMessage.of("authenticated"));
			return;
		}
		Optional<BooleanSupplier> shown = (request.apiKey() != null) ? this.credentials.ofKey(request.apiKey())
				: (request.token() != null) ? this.credentials.ofToken(request.token()) : Optional.empty();
		if (shown.isPresent()) {
			this.known = shown.get();
			say(SocketMessage.of("authenticated"));
		}
		else if (++this.wrong < MOST_WRONG) {
			say(SocketMessage.error(ErrorCode.UNAUTHORIZED, "Needed is a valid api_key or token."));
		}
		else {
			close(CloseCodes.VIOLATED_POLICY, "nobody said who this is");
		}
	}

	private void answer(SocketRequest request) {
		switch (request.type()) {
			case "ping" -> say(SocketMessage.of("pong"));
			case "subscribe_task" -> subscribe(request.task(), request.lastEventId());
			case "unsubscribe_task" -> {
				leave(request.task());
				say(SocketMessage.of("unsubscribed", request.task()));
			}
			default -> throw new IllegalArgumentException(
					"type is '%s'; accepted are ping, authenticate, subscribe_task and unsubscribe_task"
						.formatted(Quoted.shortened(request.type())));
		}
	}

	private void subscribe(String task, @Nullable Long heard) {
		if (this.tasks.size() >= MOST_JOBS) {
			throw new IllegalArgumentException(
					"You listen to %d jobs already; that many are accepted, or '*' for all".formatted(MOST_JOBS));
		}
		say(SocketMessage.of("subscribed", task));
		this.tasks.add(task);
		if (task.equals(SocketRequest.ALL)) {
			this.feeds.listenToAll(this, heard);
		}
		else {
			this.feeds.listen(task, this, heard);
		}
	}

	private void leave(String task) {
		if (!this.tasks.remove(task)) {
			return;
		}
		if (task.equals(SocketRequest.ALL)) {
			this.feeds.leaveAll(this);
		}
		else {
			this.feeds.leave(task, this);
		}
	}

	@Override
	public void hear(LiveMessage message) {
		say(message.json());
	}

	/** Somebody may start it over: it is listened to until the client says otherwise. */
	@Override
	public void ended(String jobId) {
		log.debug("Job {} has ended", jobId);
	}

	@Override
	public void gone(String jobId) {
		leave(jobId);
	}

	@Override
	public void failed(String jobId, ProblemException problem) {
		leave(jobId);
		say(SocketMessage.error(jobId, problem));
	}

	/** A sign of life; whoever has not said who he is by then is sent away. */
	@Override
	public void beat() {
		if (this.known == null && System.nanoTime() - this.openedAt > this.settings.introduction().toNanos()) {
			close(CloseCodes.VIOLATED_POLICY, "nobody said who this is");
			return;
		}
		synchronized (this.waiting) {
			this.stuck = this.waiting.isEmpty() ? 0 : this.stuck + 1;
		}
		if (this.stuck > 1) {
			close(CloseCodes.TRY_AGAIN_LATER, "too slow");
		}
		else if (this.stuck == 0) {
			say(SocketMessage.of("heartbeat"));
		}
	}

	@Override
	public void check() {
		BooleanSupplier known = this.known;
		if (known != null && !known.getAsBoolean()) {
			close(CloseCodes.VIOLATED_POLICY, "what was shown does not count any more");
		}
	}

	private void say(String text) {
		String next;
		synchronized (this.waiting) {
			if (this.waiting.size() < this.settings.waiting()) {
				this.waiting.add(text);
				next = this.sending ? null : this.waiting.peek();
				this.sending = true;
			}
			else {
				next = null;
				this.waiting.clear();
				this.stuck = Integer.MAX_VALUE;
			}
		}
		if (this.stuck == Integer.MAX_VALUE) {
			close(CloseCodes.TRY_AGAIN_LATER, "too slow");
		}
		else if (next != null) {
			send(next);
		}
	}

	private void send(String text) {
		Session session = this.session;
		if (session != null) {
			try {
				session.getAsyncRemote().sendText(text, this::sent);
			}
			catch (IllegalStateException | IllegalArgumentException gone) {
				log.debug("A client is gone", gone);
			}
		}
	}

	private void sent(SendResult result) {
		String next;
		synchronized (this.waiting) {
			this.waiting.poll();
			next = result.isOK() ? this.waiting.peek() : null;
			this.sending = next != null;
		}
		if (next != null) {
			send(next);
		}
	}

	@Override
	public void leave() {
		close(CloseCodes.GOING_AWAY, "stopping");
	}

	private void close(CloseCodes code, String reason) {
		Session session = this.session;
		forget();
		if (session != null) {
			try {
				session.close(new CloseReason(code, reason));
			}
			catch (IOException gone) {
				log.debug("A client is gone", gone);
			}
		}
	}

	private void forget() {
		this.clients.remove(this);
		Set.copyOf(this.tasks).forEach(this::leave);
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		forget();
	}

	@Override
	public void onError(Session session, Throwable gone) {
		log.debug("A client is gone", gone);
		forget();
	}

}
