package io.exoscout.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The container bounds the time between two bytes of a head, which a client that sends
 * one now and then never exceeds. This bounds the time of the whole.
 */
public class AdmissionProtocol extends Http11NioProtocol {

	/** When the heads began that were late at the last look. */
	private Map<SocketWrapperBase<?>, Long> late = Map.of();

	/**
	 * Closes the connections on which the head of a request is under way for longer, at
	 * two looks in a row: at one alone it may be about to be let go.
	 */
	void closeSlowHeads(Duration longest) {
		this.late = closeSlowHeads(getEndpoint(), System.nanoTime() - longest.toNanos());
	}

	private <S> Map<SocketWrapperBase<?>, Long> closeSlowHeads(AbstractEndpoint<S, ?> endpoint, long latest) {
		Map<SocketWrapperBase<?>, Long> late = new HashMap<>();
		for (SocketWrapperBase<S> connection : endpoint.getConnections()) {
			long began = headBegan(connection);
			if (began != -1 && began - latest < 0) {
				Long before = this.late.get(connection);
				if (before != null && before == began) {
					endpoint.processSocket(connection, SocketEvent.ERROR, true);
				}
				late.put(connection, began);
			}
		}
		return late;
	}

	/** When the head began that is not yet at its end; -1 if there is none. */
	private static long headBegan(SocketWrapperBase<?> connection) {
		if (connection.getCurrentProcessor() instanceof Processor processor && !processor.isAsync()
				&& !processor.isUpgrade()) {
			Request request = processor.getRequest();
			int stage = request.getRequestProcessor().getStage();
			boolean atWork = stage != Constants.STAGE_PARSE && stage != Constants.STAGE_ENDED;
			return atWork ? -1 : request.getStartTimeNanos();
		}
		return -1;
	}

}
