package io.exoscout.worker;

import java.util.List;

import io.exoscout.job.JobType;
import io.exoscout.work.Worker;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerPulseTests {

	@Test
	void errorInOneBeatDoesNotEndTheNext() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		WorkerPulse pulse = new WorkerPulse(new Breathless(), JobType.TRAINING,
				new WorkMeters(meters, JobType.TRAINING));
		pulse.beat();
		assertThat(meters.get("exoscout.heartbeat.failures").tag("of", "worker").counter().count()).isOne();
	}

	/** Has no breath left for a sign of life. */
	private static final class Breathless implements Workers {

		@Override
		public void heartbeat(Worker worker) {
			throw new StackOverflowError();
		}

		@Override
		public void gone(String workerId) {
		}

		@Override
		public List<Worker> alive() {
			return List.of();
		}

		@Override
		public long forgetGone() {
			return 0;
		}

	}

}
