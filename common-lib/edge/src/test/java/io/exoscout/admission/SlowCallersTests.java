package io.exoscout.admission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

import io.exoscout.web.EdgeServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A crowd that begins requests and never comes to their ends, beside somebody who goes
 * about his business. {@code make slow} has 2,000 of them for a minute.
 */
class SlowCallersTests {

	private static final int CROWD = Integer.getInteger("slow.callers", 600);

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("slow.seconds", 1));

	/**
	 * What is promised at full size; less is known of a machine that does all else, too.
	 */
	private static final Duration PROMISED = Duration.ofMillis(Integer.getInteger("slow.promised", 10_000));

	/** So short that those who are turned away come again before the end. */
	private static final String SHORT = Math.max(1, TIME.toSeconds() / 3) + "s";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String KEY = "X-API-Key: 0123456789abcdef\r\n";

	@TempDir
	static Path home;

	private static EdgeServer server;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "exoscout.security.api-keys=0123456789abcdef",
				"exoscout.limits.body-window=" + SHORT, "exoscout.limits.head-time=" + SHORT);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static String post(String headers) {
		return "POST /order HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
			.formatted(headers);
	}

	@Test
	void bodiesThatComeSlowlyHoldUpNobody() {
		assertOthersAreServed(post("Host: localhost\r\n" + KEY), 300, SlowCallersTests::comeAgain);
	}

	@Test
	void bodiesThatNeverComeHoldUpNobody() {
		assertOthersAreServed(post("Host: localhost\r\n" + KEY), null, SlowCallersTests::comeAgain);
	}

	@Test
	void formsOfThoseWhoAreRefusedHoldUpNobody() {
		assertOthersAreServed(
				"PUT /order HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
						+ "Content-Length: 1000000\r\n\r\n",
				300, (crowd) -> crowd.answered() >= CROWD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: localhost\r\n", "Host: evil.example\r\n" + KEY,
			"Host: localhost\r\nOrigin: https://evil.example\r\n" + KEY })
	void bodiesOfThoseWhoAreRefusedHoldUpNobody(String headers) {
		assertOthersAreServed(post(headers), 300, (crowd) -> crowd.answered() >= CROWD);
	}

	@Test
	void headsThatNeverComeToTheirEndHoldUpNobody() {
		assertOthersAreServed("POST /order HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", 300, SlowCallersTests::comeAgain);
	}

	private static boolean comeAgain(SlowCallers crowd) {
		return crowd.begun() > CROWD;
	}

	private static void assertOthersAreServed(String begin, @Nullable Integer pause,
			Predicate<SlowCallers> turnedAway) {
		OtherCallers others = new OtherCallers(server.port(), KEY);
		try (SlowCallers crowd = new SlowCallers(server.port(), CROWD, begin,
				(pause != null) ? Duration.ofMillis(pause) : null)) {
			await().atMost(PATIENCE).until(() -> crowd.begun() >= CROWD);
			others.call(TIME);
			System.out.printf("%d slow callers began %d requests, %d answered; %d calls of others, p99 %d ms%n", CROWD,
					crowd.begun(), crowd.answered(), others.count(), others.p99().toMillis());
			await("those who were turned away").atMost(PATIENCE).until(() -> turnedAway.test(crowd));
		}
		assertThat(others.failures()).isEmpty();
		assertThat(others.p99()).isLessThan(PROMISED);
		await().atMost(PATIENCE).until(() -> server.context().getBean(WaitingRequests.class).count() == 0);
	}

}
