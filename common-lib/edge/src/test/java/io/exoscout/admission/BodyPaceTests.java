package io.exoscout.admission;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodyPaceTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final BodyPace pace = new BodyPace(100, Duration.ofSeconds(10), Duration.ofSeconds(60));

	@Test
	void whoSendsTooLittleInAWindowIsTooSlow() {
		this.pace.add(99);
		assertThat(this.pace.isTooSlow(9 * SECOND, false)).isFalse();
		assertThat(this.pace.isTooSlow(SECOND, false)).isTrue();
	}

	@Test
	void eachWindowIsLookedAtForItself() {
		this.pace.add(100_000);
		assertThat(this.pace.isTooSlow(10 * SECOND, false)).isFalse();
		assertThat(this.pace.isTooSlow(10 * SECOND, false)).isTrue();
	}

	@Test
	void timeInWhichNobodyWaitedForTheClientIsNotTheClients() {
		for (int read = 0; read < 1000; read++) {
			this.pace.add(1);
			assertThat(this.pace.isTooSlow(1000, false)).isFalse();
		}
	}

	@Test
	void howeverSteadilyItComesAllOfItIsBounded() {
		for (int window = 0; window < 5; window++) {
			this.pace.add(1000);
			assertThat(this.pace.isTooSlow(10 * SECOND, false)).isFalse();
		}
		this.pace.add(1000);
		assertThat(this.pace.isTooSlow(10 * SECOND, false)).isTrue();
	}

	@Test
	void moreIsAskedWhileOthersWait() {
		this.pace.add(3199);
		assertThat(this.pace.isTooSlow(10 * SECOND, true)).isTrue();
		this.pace.add(3200);
		assertThat(this.pace.isTooSlow(10 * SECOND, true)).isFalse();
	}

}
