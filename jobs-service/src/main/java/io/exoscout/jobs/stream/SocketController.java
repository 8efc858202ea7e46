package io.exoscout.jobs.stream;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import io.exoscout.jobs.live.LiveFeeds;
import io.exoscout.jobs.live.LiveSettings;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.security.SocketCredentials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens WebSockets. By a controller rather than beside all of them, so that what is said
 * of hosts, origins and limits holds here, too.
 */
@RestController
@Tag(name = "Live")
public final class SocketController {

	private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

	private final LiveFeeds feeds;

	private final LiveClients clients;

	private final SocketCredentials credentials;

	private final LiveSettings settings;

	public SocketController(LiveFeeds feeds, LiveClients clients, SocketCredentials credentials,
			LiveSettings settings) {
		this.feeds = feeds;
		this.clients = clients;
		this.credentials = credentials;
		this.settings = settings;
	}

	@Operation(operationId = "openSocket", summary = "Follow jobs over a WebSocket",
			description = "Messages are JSON. Where callers have to say who they are, and can not do so in a header, the first one is "
					+ "`{\"type\": \"authenticate\", \"api_key\": …}` or `…, \"token\": …}`, answered by `authenticated`. Then "
					+ "`{\"type\": \"subscribe_task\", \"task_id\": …}` (a job's id, or `*` for all; with `last_event_id` it goes on "
					+ "from there), `unsubscribe_task`, and `ping`, answered by `subscribed`, `unsubscribed` and `pong`. What "
					+ "comes are the same objects as in the event streams, and a `heartbeat` every 15 s. Errors come as "
					+ "`{\"type\": \"error\", \"code\": …, \"detail\": …}` and leave the socket open.")
	@ApiResponse(responseCode = "101", description = "The socket is open", content = @Content)
	@GetMapping("/ws/{client_id}")
	void open(
			@Parameter(description = "a name that the client has for itself: letters, digits, `.`, `_` and `-`, at "
					+ "most 100") @PathVariable("client_id") String clientId,
			@Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException, DeploymentException {
		if (!NAME.matcher(clientId).matches()) {
			throw ProblemException.invalidParameter("client_id",
					"client_id is '%s'; accepted are 1 to 100 letters, digits, '.', '_' and '-'"
						.formatted(Quoted.shortened(clientId)));
		}
		if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
			throw new ProblemException(ErrorCode.MALFORMED_REQUEST,
					"This address speaks WebSocket (RFC 6455); plain requests find the same at /exo-scout-jobs-api/jobs/{id}/events");
		}
		this.clients.requireRunning();
		LiveSocket socket = new LiveSocket(this.feeds, this.clients, this.credentials, this.settings,
				this.credentials.of(request.getUserPrincipal()));
		container(request).upgradeHttpToWebSocket(request, response, endpoint(socket), Map.of());
	}

	private static ServerContainer container(HttpServletRequest request) {
		if (request.getServletContext()
			.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer found) {
			return found;
		}
		throw new IllegalStateException("The server speaks no WebSocket");
	}

	private static ServerEndpointConfig endpoint(LiveSocket socket) {
		return ServerEndpointConfig.Builder.create(LiveSocket.class, "/ws")
			.configurator(new ServerEndpointConfig.Configurator() {
				@Override
				public <T> T getEndpointInstance(Class<T> type) {
					return type.cast((Endpoint) socket);
				}
			})
			.build();
	}

}
