package io.exoscout.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import io.exoscout.store.Digests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentDigestTests {

	/** Changed anywhere, or not at all, and read ahead by any number of bytes. */
	@Test
	void bothDigestsAreThoseOfTheBytesThemselves() throws IOException {
		Random random = new Random(5);
		for (int round = 0; round < 500; round++) {
			byte[] sent = new byte[random.nextInt(200_000)];
			random.nextBytes(sent);
			byte[] made = Arrays.copyOf(sent, sent.length + ((round % 3 == 0) ? random.nextInt(3) : 0));
			made = Arrays.copyOf(made, made.length - ((round % 5 == 0) ? random.nextInt(made.length / 10 + 1) : 0));
			if (round % 4 == 1 && made.length > 0) {
				made[random.nextInt(made.length)]++;
			}
			SentDigest digest = new SentDigest(new ByteArrayInputStream(sent));
			byte[] buffer = new byte[1 + random.nextInt(40_000)];
			int lead = random.nextInt(100_000);
			int read = 0;
			int at = 0;
			for (int count = digest.read(buffer); count >= 0; count = digest.read(buffer)) {
				read += count;
				at = give(digest, made, at, read - lead);
			}
			give(digest, made, at, made.length);
			assertThat(digest.hex()).as("round %d", round).containsExactly(Digests.sha256(sent), Digests.sha256(made));
		}
	}

	private static int give(SentDigest digest, byte[] made, int from, int to) {
		int stop = Math.max(from, Math.min(to, made.length));
		byte[] bytes = Arrays.copyOfRange(made, from, stop);
		digest.made(bytes, bytes.length);
		return stop;
	}

}
