package io.exoscout.work;

import java.util.Arrays;
import java.util.stream.Stream;

import io.exoscout.job.JobType;

import io.exoscout.telemetry.EventSender;

import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * The queues of the broker: one for each job type, so that a long training does not hold
 * up predictions, and each with its own dead letters.
 */
public final class WorkTopology {

	private static final String PREFIX = "exoscout.";

	/** Where rejected requests go, on to the dead letters of their queue. */
	public static final String DEAD_LETTERS = "exoscout.dead-letters";

	/**
	 * A last resort against a message that takes every worker down before it can claim
	 * the job. These are deliveries; attempts are claims, counted in the job document.
	 */
	private static final int DELIVERY_LIMIT = 50;

	private WorkTopology() {
	}

	/** Where requests for jobs of a type wait. */
	public static String queue(JobType type) {
		return PREFIX + type.id();
	}

	/** Where requests for jobs of a type end that nobody could serve. */
	public static String deadLetters(JobType type) {
		return queue(type) + ".dead";
	}

	static Declarables declarables() {
		TopicExchange deadLetters = new TopicExchange(DEAD_LETTERS);
		return new Declarables(Stream
			.concat(Stream.of(deadLetters, new TopicExchange(EventSender.EXCHANGE)),
					Arrays.stream(JobType.values()).flatMap((type) -> declarables(type, deadLetters)))
			.toList());
	}

	private static Stream<Declarable> declarables(JobType type, TopicExchange deadLetters) {
		Queue queue = QueueBuilder.durable(queue(type))
			.quorum()
			.deliveryLimit(DELIVERY_LIMIT)
			.deadLetterExchange(DEAD_LETTERS)
			.build();
		Queue dead = QueueBuilder.durable(deadLetters(type)).quorum().build();
		return Stream.of(dead, BindingBuilder.bind(dead).to(deadLetters).with(queue(type)), queue);
	}

}
