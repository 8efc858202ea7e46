package io.exoscout.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressBlockTests {

	@Test
	void anAddressOfIpv4IsABlockOfItsOwn() {
		assertThat(AddressBlock.of("192.0.2.1")).isEqualTo("192.0.2.1");
	}

	@Test
	void addressesOfIpv6ShareABlockByTheirFirstHalf() {
		assertThat(AddressBlock.of("2001:db8:0:1::1")).isEqualTo("2001:db8:0:1::/64")
			.isEqualTo(AddressBlock.of("2001:DB8:0:1:ffff:ffff:ffff:ffff%eth0"))
			.isNotEqualTo(AddressBlock.of("2001:db8:0:2::1"));
	}

	@Test
	void anAddressOfIpv4InTheClothesOfIpv6IsThatOne() {
		assertThat(AddressBlock.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "1:2:3", "[::1]:80", "", "::g" })
	void whatIsNoAddressIsTakenAsItIs(String text) {
		assertThat(AddressBlock.of(text)).isEqualTo(text);
	}

}
