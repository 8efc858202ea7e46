package io.exoscout.admission;

import io.exoscout.problem.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTests {

	private final Addresses addresses = new Addresses(2);

	@Test
	void eachAddressMayHaveAFew() {
		assertThat(this.addresses.enter("192.0.2.1")).isTrue();
		assertThat(this.addresses.enter("192.0.2.1")).isTrue();
		assertThat(this.addresses.enter("192.0.2.1")).isFalse();
		assertThat(this.addresses.enter("192.0.2.2")).isTrue();
		this.addresses.leave("192.0.2.1");
		assertThat(this.addresses.enter("192.0.2.1")).isTrue();
	}

	@Test
	void thoseOfThisMachineMayHaveAnyNumber() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.addresses.enter("127.0.0.1")).isTrue();
		}
	}

	@Test
	void whoHasTooManyIsToldToComeAgain() {
		assertThat(ErrorCode.TOO_MANY_REQUESTS.id()).isEqualTo("too_many_requests");
		assertThat(ErrorCode.TOO_MANY_REQUESTS.kind().status()).isEqualTo(429);
	}

}
