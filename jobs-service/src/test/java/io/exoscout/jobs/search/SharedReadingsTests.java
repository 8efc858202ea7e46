package io.exoscout.jobs.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedReadingsTests {

	private final SharedReadings<String, Integer> readings = new SharedReadings<>();

	private final AtomicInteger read = new AtomicInteger();

	private final List<Thread> waiting = new ArrayList<>();

	/** On a thread of its own, which is known to wait once this is back. */
	private CompletableFuture<Integer> waits(String what) {
		CompletableFuture<Integer> outcome = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				outcome.complete(this.readings.read(what, this.read::incrementAndGet));
			}
			catch (RuntimeException ex) {
				outcome.completeExceptionally(ex);
			}
		});
		this.waiting.add(thread);
		thread.start();
		Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
		return outcome;
	}

	@Test
	void theSameIsReadOnceForAllWhoWantItAtTheSameTime() {
		int value = this.readings.read("a", () -> {
			CompletableFuture<Integer> second = waits("a");
			CompletableFuture<Integer> third = waits("a");
			assertThat(second).isNotDone();
			assertThat(third).isNotDone();
			return 7;
		});
		assertThat(value).isEqualTo(7);
		this.waiting.forEach((thread) -> Awaitility.await().until(() -> !thread.isAlive()));
		assertThat(this.read).hasValue(0);
	}

	@Test
	void somethingElseIsReadMeanwhile() {
		this.readings.read("a", () -> {
			assertThat(waits("b").join()).isEqualTo(1);
			return 7;
		});
	}

	@Test
	void aFailureIsThatOfAllWhoWaitedAndOfNobodyLater() {
		List<CompletableFuture<Integer>> second = new ArrayList<>();
		assertThatThrownBy(() -> this.readings.read("a", () -> {
			second.add(waits("a"));
			throw new IllegalStateException("unreadable");
		})).hasMessage("unreadable");
		assertThatThrownBy(second.get(0)::join).hasRootCauseMessage("unreadable");
		assertThat(this.readings.read("a", this.read::incrementAndGet)).isEqualTo(1);
	}

}
