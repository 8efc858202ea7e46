package io.exoscout.broker;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QpidArgumentsTests {

	private final QpidArguments arguments = new QpidArguments();

	@Test
	void rewritesOnceHoweverOftenItComesBy() {
		Queue queue = QueueBuilder.durable("q").quorum().deliveryLimit(50).deadLetterExchange("dead").build();
		for (int i = 0; i < 3; i++) {
			this.arguments.apply(queue);
		}
		assertThat(queue.getArguments()).containsExactlyInAnyOrderEntriesOf(
				Map.of("alternateBinding", Map.of("destination", "dead"), "maximumDeliveryAttempts", 1));
	}

	@Test
	void refusesWhatItCanNotTranslate() {
		Queue queue = QueueBuilder.durable("q").expires(1000).build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.arguments.apply(queue))
			.withMessageContaining("x-expires");
	}

}
