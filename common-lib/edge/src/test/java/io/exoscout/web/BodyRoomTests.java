package io.exoscout.web;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyRoomTests {

	private static final int LARGE = 1 << 20;

	private final BodyRoom room = new BodyRoom(2 * LARGE);

	@Test
	void refusesABodyThatFindsNoRoom() {
		share().take(LARGE);
		BodyRoom.Share last = share();
		last.take(LARGE);
		assertThatFull(last);
		assertThatFull(share());
	}

	@Test
	void countsABodyAsItIsRead() {
		BodyRoom.Share share = share();
		for (int i = 0; i < 2 * LARGE; i += 1024) {
			share.take(1024);
		}
		assertThatFull(share);
	}

	@Test
	void takesAtOnceWhatABodySaysItHas() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setContent(new byte[2 * LARGE]);
		this.room.share(request).take(100_000);
		assertThatFull(share());
	}

	@Test
	void hasRoomAgainOnceARequestIsAnswered() {
		BodyRoom.Share first = share();
		first.take(2 * LARGE);
		first.close();
		assertThatCode(() -> share().take(2 * LARGE)).doesNotThrowAnyException();
	}

	@Test
	void whatWasRefusedTakesNone() {
		BodyRoom.Share refused = share();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> refused.take(3 * LARGE));
		assertThatCode(() -> share().take(2 * LARGE)).doesNotThrowAnyException();
	}

	@Test
	void smallBodiesAlwaysFindRoom() {
		share().take(2 * LARGE);
		for (int i = 0; i < 1000; i++) {
			BodyRoom.Share small = share();
			assertThatCode(() -> small.take(10_000)).doesNotThrowAnyException();
		}
	}

	@Test
	void aRequestFindsItsShare() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		BodyRoom.Share share = this.room.share(request);
		assertThat(BodyRoom.of(request)).isSameAs(share);
	}

	private BodyRoom.Share share() {
		return this.room.share(new MockHttpServletRequest());
	}

	private static void assertThatFull(BodyRoom.Share share) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> share.take(LARGE))
			.returns(ErrorCode.TOO_MANY_BODIES, ProblemException::code);
	}

}
