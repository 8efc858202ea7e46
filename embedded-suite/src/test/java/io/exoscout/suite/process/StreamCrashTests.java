package io.exoscout.suite.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kill -9} of the suite while it learns from a stream. */
@DisabledOnOs(OS.WINDOWS)
class StreamCrashTests {

	private static final int EVENTS = 40_000;

	private static final int KILLS = 3;

	@TempDir
	Path dir;

	@Test
	void streamThatWasKilledSeveralTimesIsBitByBitAsOneThatWasNot() {
		Path home = this.dir.resolve("home");
		Random random = new Random(1972);
		String id = "";
		for (int kill = 0; kill < KILLS; kill++) {
			try (SuiteProcess suite = SuiteProcess.start(home)) {
				PointStream stream = (kill == 0) ? PointStream.define(suite.http()) : new PointStream(suite.http(), id);
				id = stream.id();
				stream.send(kill * EVENTS / KILLS, (kill + 1) * EVENTS / KILLS);
				LockSupport.parkNanos(Duration.ofMillis(random.nextInt(6000)).toNanos());
				suite.kill();
			}
		}
		try (SuiteProcess suite = SuiteProcess.start(home)) {
			PointStream killed = new PointStream(suite.http(), id);
			// whoever got no answer sends again
			killed.send(0, EVENTS);
			assertThat(killed.logged()).isEqualTo(EVENTS);
			PointStream whole = PointStream.define(suite.http());
			for (int part = 0; part < KILLS; part++) {
				whole.send(part * EVENTS / KILLS, (part + 1) * EVENTS / KILLS);
			}
			killed.awaitLearned(EVENTS);
			whole.awaitLearned(EVENTS);
			assertThat(killed.digest()).isEqualTo(whole.digest());
		}
	}

}
