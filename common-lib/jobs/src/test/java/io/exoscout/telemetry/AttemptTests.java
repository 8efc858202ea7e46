package io.exoscout.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.Progress;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptTests {

	private static ConfigurableApplicationContext context;

	private final Database database = new Database(context.getBean(MongoOperations.class));

	private final EventLog log = new EventLog(this.database, Clock.systemUTC());

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	/** One that may be away. */
	private static final class Database extends MongoAccess {

		private boolean away;

		Database(MongoOperations mongo) {
			super(mongo);
		}

		@Override
		public <T extends @Nullable Object> T call(Function<MongoOperations, T> call) {
			if (this.away) {
				throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "away");
			}
			return super.call(call);
		}

	}

	private static EventSender silent() {
		return new EventSender(new RabbitTemplate());
	}

	private Attempt attempt() {
		Jobs jobs = context.getBean(Jobs.class);
		jobs.submit(TestJobs.kepler("a"));
		Job claimed = jobs.claim(jobs.find("a").orElseThrow(), "worker", Duration.ofMinutes(1)).orElseThrow();
		return new Attempt(silent(), this.log, claimed);
	}

	private static Progress at(double fraction) {
		return new Progress("cross_validation", fraction, "so far");
	}

	private List<Double> stored() {
		return this.log.after("a", -1).stream().map((event) -> event.progress().fraction()).toList();
	}

	@Test
	void storesWhatWasToldInItsOrder() {
		Attempt attempt = attempt();
		attempt.progress(at(0.1));
		attempt.progress(at(0.2));
		attempt.store();
		attempt.progress(at(0.3));
		attempt.store();
		assertThat(stored()).containsExactly(0.1, 0.2, 0.3);
	}

	@Test
	void keepsWhatTheDatabaseDoesNotTake() {
		Attempt attempt = attempt();
		attempt.progress(at(0.1));
		this.database.away = true;
		attempt.store();
		attempt.progress(at(0.2));
		attempt.store();
		this.database.away = false;
		attempt.store();
		assertThat(stored()).containsExactly(0.1, 0.2);
	}

	@Test
	void memoryIsBoundedWhileTheDatabaseIsAway() {
		Attempt attempt = attempt();
		this.database.away = true;
		for (int i = 1; i <= 5000; i++) {
			attempt.progress(at(i / 5000.0));
		}
		this.database.away = false;
		attempt.store();
		assertThat(stored()).hasSize(2000).endsWith(1.0);
	}

	@Test
	void nobodyWaitsForABrokerThatIsAway() {
		EventSender sender = new EventSender(new RabbitTemplate() {
			@Override
			public void send(String exchange, String key, Message message) {
				throw new AmqpConnectException(new IllegalStateException("away"));
			}
		});
		sender.start();
		// more than may wait
		for (int i = 0; i < 100_000; i++) {
			sender.moved("a");
		}
		assertThat(sender.isRunning()).isTrue();
		sender.stop();
	}

	@Test
	void oldEventsAreForgotten() {
		Attempt attempt = attempt();
		attempt.progress(at(0.1));
		attempt.store();
		this.log.forgetBefore(Instant.now().minusSeconds(60));
		assertThat(stored()).hasSize(1);
		this.log.forgetBefore(Instant.now().plusSeconds(60));
		assertThat(stored()).isEmpty();
	}

	@Test
	void deletedJobLeavesNothing() {
		Attempt attempt = attempt();
		attempt.progress(at(0.1));
		attempt.store();
		context.getBean(Jobs.class).delete("a");
		assertThat(stored()).isEmpty();
	}

}
