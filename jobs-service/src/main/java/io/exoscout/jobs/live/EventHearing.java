package io.exoscout.jobs.live;

import java.nio.charset.StandardCharsets;

import io.exoscout.telemetry.EventJson;
import io.exoscout.telemetry.EventSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;

/** Hears what services tell each other of jobs, and passes it on. */
record EventHearing(LiveFeeds feeds) implements MessageListener {

	private static final Logger log = LoggerFactory.getLogger(EventHearing.class);

	@Override
	public void onMessage(Message message) {
		String body = new String(message.getBody(), StandardCharsets.UTF_8);
		if (Boolean.TRUE.equals(message.getMessageProperties().getHeader(EventSender.MOVED))) {
			this.feeds.moved(body);
			return;
		}
		try {
			this.feeds.hear(EventJson.read(body));
		}
		catch (JacksonException ex) {
			// of a newer version: what it was about is looked up in a while
			log.debug("A message about a job is not understood", ex);
		}
	}

}
