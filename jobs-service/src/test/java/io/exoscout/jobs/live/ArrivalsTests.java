package io.exoscout.jobs.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import io.exoscout.jobs.live.Arrivals.Arrival;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTests {

	private final Queue<Runnable> thread = new ArrayDeque<>();

	private final Turns turns = new Turns(this.thread::add);

	private final List<List<Long>> admitted = new ArrayList<>();

	private final Arrivals arrivals = new Arrivals(this.turns,
			(all) -> this.admitted.add(all.stream().map(Arrival::heard).toList()));

	private void run() {
		while (!this.thread.isEmpty()) {
			this.thread.remove().run();
		}
	}

	@Test
	void allWhoWaitAreLetInAtOnceInTheirOrder() {
		for (long i = 0; i < 1000; i++) {
			this.arrivals.add(new Nobody(), i);
		}
		run();
		assertThat(this.admitted).hasSize(1);
		assertThat(this.admitted.get(0)).hasSize(1000).isSorted();
	}

	@Test
	void whoComesAfterwardsIsLetInByHimself() {
		this.arrivals.add(new Nobody(), 1L);
		run();
		this.arrivals.add(new Nobody(), 2L);
		run();
		assertThat(this.admitted).containsExactly(List.of(1L), List.of(2L));
	}

	@Test
	void whoComesWhileOthersAreLetInWaitsForTheNextTurn() {
		Arrivals[] inTurn = new Arrivals[1];
		inTurn[0] = new Arrivals(this.turns, (all) -> {
			this.admitted.add(all.stream().map(Arrival::heard).toList());
			if (this.admitted.size() == 1) {
				inTurn[0].add(new Nobody(), 2L);
			}
		});
		inTurn[0].add(new Nobody(), 1L);
		run();
		assertThat(this.admitted).containsExactly(List.of(1L), List.of(2L));
	}

	@Test
	void whoLeavesHasBeenLetInBefore() {
		List<String> order = new ArrayList<>();
		Arrivals noted = new Arrivals(this.turns, (all) -> all.forEach((one) -> order.add("in " + one.heard())));
		noted.add(new Nobody(), 1L);
		noted.add(new Nobody(), 2L);
		noted.leave(() -> order.add("out"));
		run();
		assertThat(order).containsExactly("in 1", "in 2", "out");
	}

	@Test
	void whoComesAgainAfterLeavingIsLetInAfterIt() {
		List<String> order = new ArrayList<>();
		Arrivals noted = new Arrivals(this.turns, (all) -> all.forEach((one) -> order.add("in " + one.heard())));
		noted.add(new Nobody(), 1L);
		noted.leave(() -> order.add("out 1"));
		noted.add(new Nobody(), 2L);
		noted.leave(() -> order.add("out 2"));
		noted.add(new Nobody(), 3L);
		run();
		assertThat(order).containsExactly("in 1", "out 1", "in 2", "out 2", "in 3");
	}

	private static final class Nobody implements LiveClient {

		@Override
		public void hear(LiveMessage message) {
			throw new AssertionError("nothing is told here");
		}

		@Override
		public void ended(String jobId) {
			throw new AssertionError("no job ends here");
		}

		@Override
		public void gone(String jobId) {
			throw new AssertionError("no job goes here");
		}

		@Override
		public void failed(String jobId, ProblemException problem) {
			throw new AssertionError("nothing fails here");
		}

	}

}
