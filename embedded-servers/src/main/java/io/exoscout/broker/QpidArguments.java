package io.exoscout.broker;

import java.util.Map;
import java.util.Set;

import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.amqp.core.Queue;

/**
 * Rewrites the RabbitMQ arguments of our queues into those of Qpid, so that one topology
 * serves both brokers. Comes by again at every reconnect with the same queues, so what is
 * already rewritten stays as it is.
 */
public class QpidArguments implements DeclarableCustomizer {

	/**
	 * What only RabbitMQ needs: Qpid has one kind of queue, durable like a quorum one.
	 */
	private static final Set<String> NOT_NEEDED = Set.of("x-queue-type", "x-delivery-limit", "x-queue-leader-locator",
			"x-consumer-timeout", "x-dead-letter-strategy");

	private static final Set<String> NATIVE = Set.of("alternateBinding", "maximumDeliveryAttempts");

	@Override
	public Declarable apply(Declarable declarable) {
		if (declarable instanceof Queue queue) {
			for (Map.Entry<String, Object> argument : Map.copyOf(queue.getArguments()).entrySet()) {
				rewrite(queue, argument.getKey(), argument.getValue());
			}
		}
		return declarable;
	}

	private static void rewrite(Queue queue, String name, Object value) {
		if (NATIVE.contains(name)) {
			return;
		}
		if (name.equals("x-dead-letter-exchange")) {
			queue.addArgument("alternateBinding", Map.of("destination", value));
			queue.addArgument("maximumDeliveryAttempts", 1);
		}
		else if (!NOT_NEEDED.contains(name)) {
			throw new IllegalArgumentException(
					"Argument " + name + " of queue " + queue.getName() + " has no counterpart in the embedded broker");
		}
		queue.removeArgument(name);
	}

}
