package io.exoscout.admission;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTests {

	private static final Sender ADA = new Sender("192.0.2.1", false);

	private final Addresses addresses = new Addresses(2);

	@Test
	void eachAddressMayHaveAFew() {
		assertThat(this.addresses.enter(ADA)).isTrue();
		assertThat(this.addresses.enter(ADA)).isTrue();
		assertThat(this.addresses.enter(ADA)).isFalse();
		assertThat(this.addresses.enter(new Sender("192.0.2.2", false))).isTrue();
		this.addresses.leave(ADA);
		assertThat(this.addresses.enter(ADA)).isTrue();
	}

	@Test
	void thoseOfThisMachineMayHaveAnyNumber() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.addresses.enter(new Sender("127.0.0.1", true))).isTrue();
		}
	}

}
