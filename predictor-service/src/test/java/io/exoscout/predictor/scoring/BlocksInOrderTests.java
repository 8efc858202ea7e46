package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BlocksInOrderTests {

	private final BlockThreads threads = new BlockThreads(2);

	@AfterEach
	void end() {
		this.threads.close();
	}

	@Test
	void comeOutInTheOrderInWhichTheyWentIn() {
		try (BlocksInOrder<Integer> blocks = new BlocksInOrder<>(this.threads)) {
			CountDownLatch secondIsDone = new CountDownLatch(1);
			blocks.put(() -> {
				secondIsDone.await();
				return 1;
			});
			blocks.put(() -> {
				secondIsDone.countDown();
				return 2;
			});
			assertThat(blocks.take()).isEqualTo(1);
			assertThat(blocks.take()).isEqualTo(2);
			assertThat(blocks.empty()).isTrue();
		}
	}

	@Test
	void onlySoManyAreOnTheirWay() {
		try (BlocksInOrder<Integer> blocks = new BlocksInOrder<>(this.threads)) {
			for (int i = 0; i < this.threads.ahead(); i++) {
				assertThat(blocks.full()).isFalse();
				blocks.put(() -> 1);
			}
			assertThat(blocks.full()).isTrue();
		}
	}

	@Test
	void whatGoesWrongGoesWrongForWhoeverWaits() {
		try (BlocksInOrder<Integer> blocks = new BlocksInOrder<>(this.threads)) {
			blocks.put(() -> {
				throw new IllegalStateException("this one");
			});
			assertThatIllegalStateException().isThrownBy(blocks::take).withMessage("this one");
		}
	}

	@Test
	void nobodyWorksForWhoeverHasLeft() throws Exception {
		AtomicInteger done = new AtomicInteger();
		CountDownLatch left = new CountDownLatch(1);
		try (BlocksInOrder<Integer> blocks = new BlocksInOrder<>(this.threads)) {
			for (int i = 0; i < this.threads.ahead(); i++) {
				blocks.put(() -> {
					left.await();
					return done.incrementAndGet();
				});
			}
		}
		left.countDown();
		// behind all that was given up
		this.threads.submit(() -> 0).get();
		this.threads.submit(() -> 0).get();
		assertThat(done.get()).isLessThanOrEqualTo(2);
	}

	@Test
	void tenAtOnceShareTheThreadsAndAllComeToTheirEnd() {
		Set<Thread> used = ConcurrentHashMap.newKeySet();
		List<BlocksInOrder<Integer>> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			all.add(new BlocksInOrder<>(this.threads));
		}
		for (int block = 0; block < 50; block++) {
			for (BlocksInOrder<Integer> one : all) {
				int number = block;
				if (one.full()) {
					assertThat(one.take()).isEqualTo(number - this.threads.ahead());
				}
				one.put(() -> {
					used.add(Thread.currentThread());
					return number;
				});
			}
		}
		all.forEach(BlocksInOrder::close);
		assertThat(used).hasSizeLessThanOrEqualTo(2);
	}

}
