package io.exoscout.objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameSetTests {

	@Test
	void takesEachNameOnce() {
		NameSet names = new NameSet();
		for (int time = 0; time < 2; time++) {
			for (int i = 0; i < 100_000; i++) {
				assertThat(names.add("K%05d.01".formatted(i))).isEqualTo(time == 0);
			}
		}
		assertThat(names.size()).isEqualTo(100_000);
	}

}
