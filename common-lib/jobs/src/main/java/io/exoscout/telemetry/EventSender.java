package io.exoscout.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.context.SmartLifecycle;

/**
 * Tells of jobs over the broker, from a thread of its own: whoever has something to tell
 * never waits. What can not be told now is dropped, because everything that counts can
 * also be read, from job documents and {@link EventLog}.
 */
public class EventSender implements SmartLifecycle {

	/** The topic of everything that happens to jobs. */
	public static final String EXCHANGE = "exoscout.events";

	/** Header of a message that only says of which job there is something to read. */
	public static final String MOVED = "exoscout-moved";

	/** By what messages are told apart; the job's id follows. */
	public static final String KEY = "job.";

	private static final Logger log = LoggerFactory.getLogger(EventSender.class);

	private static final int WAITING = 4096;

	/** A broker that is away is not asked more often. */
	private static final long PAUSE_MILLIS = 2000;

	private final RabbitOperations rabbit;

	private final BlockingQueue<Parcel> waiting = new ArrayBlockingQueue<>(WAITING);

	private volatile @Nullable Thread thread;

	private volatile boolean running;

	public EventSender(RabbitOperations rabbit) {
		this.rabbit = rabbit;
	}

	/**
	 * A message on its way.
	 *
	 * @param jobId about whom
	 * @param event what there is to say; {@code null} if it only is to be looked up
	 */
	private record Parcel(String jobId, @Nullable JobEvent event) {
	}

	/** Tells of an event. */
	void tell(JobEvent event) {
		this.waiting.offer(new Parcel(event.jobId(), event));
	}

	/** Tells that a job went from one state to another, or is gone. */
	void moved(String jobId) {
		this.waiting.offer(new Parcel(jobId, null));
	}

	private void send() {
		while (this.running) {
			try {
				Parcel parcel = this.waiting.take();
				this.rabbit.send(EXCHANGE, KEY + parcel.jobId(), message(parcel));
			}
			catch (AmqpException ex) {
				log.debug("Nobody hears of jobs at the moment", ex);
				pause();
				this.waiting.clear();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				log.warn("A message about a job could not be sent", ex);
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Message message(Parcel parcel) {
		JobEvent event = parcel.event();
		String body = (event != null) ? EventJson.write(event) : parcel.jobId();
		return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
			.setContentType(
					(event != null) ? MessageProperties.CONTENT_TYPE_JSON : MessageProperties.CONTENT_TYPE_TEXT_PLAIN)
			.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
			.setHeader(MOVED, event == null)
			.build();
	}

	@Override
	public void start() {
		this.running = true;
		Thread thread = new Thread(this::send, "events");
		thread.setDaemon(true);
		thread.start();
		this.thread = thread;
	}

	@Override
	public void stop() {
		this.running = false;
		Thread thread = this.thread;
		if (thread != null) {
			thread.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Started before all who have something to tell, and stopped after them. */
	@Override
	public int getPhase() {
		return 0;
	}

}
