package io.exoscout.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a question that may hang. At most one such question is under way, however many
 * callers wait for the answer.
 *
 * @param <T> the answer
 */
public class HealthProbe<T> {

	private static final Logger log = LoggerFactory.getLogger(HealthProbe.class);

	private final String name;

	private final Supplier<T> question;

	private final Executor executor;

	private @Nullable CompletableFuture<T> underWay;

	/**
	 * A question that nobody has asked yet.
	 * @param name what it is about, for the log
	 * @param question may hang or fail
	 * @param executor where it waits for the answer
	 */
	public HealthProbe(String name, Supplier<T> question, Executor executor) {
		this.name = name;
		this.question = question;
		this.executor = executor;
	}

	/** The answer, or empty if it fails or takes too long. */
	public Optional<T> ask(Duration patience) {
		try {
			return Optional.ofNullable(underWay().get(patience.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException | ExecutionException exception) {
			log.debug("No answer about the {}", this.name, exception);
			return Optional.empty();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** Asks without waiting for the answer. */
	public void start() {
		underWay();
	}

	private synchronized CompletableFuture<T> underWay() {
		CompletableFuture<T> current = this.underWay;
		if (current == null || current.isDone()) {
			current = CompletableFuture.supplyAsync(this.question, this.executor);
			this.underWay = current;
		}
		return current;
	}

}
