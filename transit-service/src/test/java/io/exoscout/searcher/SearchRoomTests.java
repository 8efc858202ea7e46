package io.exoscout.searcher;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchRoomTests {

	private static final int ALL = ReadingBudget.MOST_ROWS;

	private static final long SECONDS = 20;

	private final SearchRoom room = new SearchRoom();

	private final AtomicBoolean stopped = new AtomicBoolean();

	/** Who got in, in this order. */
	private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

	/** Hears when somebody has to wait. */
	private final class Waiting implements WorkWatch {

		private final CountDownLatch waits = new CountDownLatch(1);

		@Override
		public void progress(String phase, double fraction, String message) {
			this.waits.countDown();
		}

		@Override
		public boolean stopped() {
			return SearchRoomTests.this.stopped.get();
		}

	}

	@AfterEach
	void stop() {
		this.stopped.set(true);
	}

	/** Comes in on a thread of its own, and goes as soon as it was served. */
	private void waits(String name, String owner, int points) throws InterruptedException {
		Waiting watch = new Waiting();
		Thread thread = new Thread(() -> {
			try (SearchRoom.Share share = this.room.share(owner, points, watch)) {
				this.served.add(name);
			}
			catch (WorkStopped ex) {
				this.served.add(name + " stopped");
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
		assertThat(watch.waits.await(SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	private List<String> served(int count) throws InterruptedException {
		String[] names = new String[count];
		for (int i = 0; i < count; i++) {
			names[i] = this.served.poll(SECONDS, TimeUnit.SECONDS);
		}
		return List.of(names);
	}

	@Test
	void manyCurvesOfOneCallerLetAnothersFirstGoBefore() throws InterruptedException {
		SearchRoom.Share running = this.room.share("ada", ALL / 2, new Waiting());
		SearchRoom.Share other = this.room.share("ada", ALL / 2, new Waiting());
		for (int i = 1; i <= 3; i++) {
			waits("ada-" + i, "ada", ALL);
		}
		waits("bob-1", "bob", ALL / 2);
		running.close();
		assertThat(served(1)).containsExactly("bob-1");
		other.close();
		assertThat(served(3)).containsExactly("ada-1", "ada-2", "ada-3");
	}

	@Test
	void smallCurvesDoNotOvertakeALargeOne() throws InterruptedException {
		SearchRoom.Share running = this.room.share("ada", ALL / 2, new Waiting());
		SearchRoom.Share other = this.room.share("ada", ALL / 2, new Waiting());
		waits("large", "bob", ALL);
		waits("small", "bob", 1000);
		running.close();
		assertThat(this.served.poll(3 * 200, TimeUnit.MILLISECONDS)).isNull();
		other.close();
		assertThat(served(2)).containsExactly("large", "small");
	}

	@Test
	void whoeverGivesUpHoldsUpNobody() throws InterruptedException {
		SearchRoom.Share running = this.room.share("ada", ALL, new Waiting());
		waits("given up", "bob", ALL);
		this.stopped.set(true);
		assertThat(served(1)).containsExactly("given up stopped");
		this.stopped.set(false);
		waits("next", "bob", 10);
		running.close();
		assertThat(served(1)).containsExactly("next");
	}

	@Test
	void aCurveLargerThanTheRoomHasAllOfIt() {
		try (SearchRoom.Share share = this.room.share(null, Integer.MAX_VALUE, new Waiting())) {
			assertThat(share).isNotNull();
		}
		this.room.share(null, ALL, new Waiting()).close();
	}

}
