package io.exoscout.body;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AsciiTests {

	@Test
	void findsTheFirstByteThatIsNotPlain() {
		Random random = new Random(3);
		for (int round = 0; round < 200_000; round++) {
			byte[] bytes = new byte[random.nextInt(40)];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) ((random.nextInt(20) == 0) ? random.nextInt(256) : ' ' + random.nextInt(96));
			}
			int from = random.nextInt(bytes.length + 1);
			int to = from + random.nextInt(bytes.length - from + 1);
			int expected = from;
			while (expected < to && bytes[expected] >= ' ') {
				expected++;
			}
			assertThat(Ascii.printable(bytes, from, to)).isEqualTo(expected - from);
		}
	}

}
