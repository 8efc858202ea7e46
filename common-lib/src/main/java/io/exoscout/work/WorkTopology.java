package io.exoscout.work;

import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** The queues of the broker. */
public final class WorkTopology {

	/** Where requests for training wait. */
	public static final String TRAINING = "exoscout.training";

	/** Where those end that nobody could serve. */
	public static final String TRAINING_DEAD = "exoscout.training.dead";

	private static final String DEAD_LETTERS = "exoscout.dead-letters";

	/**
	 * A last resort against a message that takes every worker down before it can note the
	 * attempt. Attempts proper are counted in the job document.
	 */
	private static final int DELIVERY_LIMIT = 50;

	private WorkTopology() {
	}

	static Declarables declarables() {
		Queue training = QueueBuilder.durable(TRAINING)
			.quorum()
			.deliveryLimit(DELIVERY_LIMIT)
			.deadLetterExchange(DEAD_LETTERS)
			.build();
		Queue dead = QueueBuilder.durable(TRAINING_DEAD).quorum().build();
		TopicExchange deadLetters = new TopicExchange(DEAD_LETTERS);
		return new Declarables(deadLetters, dead, BindingBuilder.bind(dead).to(deadLetters).with(TRAINING), training);
	}

}
