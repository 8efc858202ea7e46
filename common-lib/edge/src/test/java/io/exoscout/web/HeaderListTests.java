package io.exoscout.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderListTests {

	@Test
	void plainTextStaysAsItIs() {
		assertThat(HeaderList.joined(List.of("koi_depth", "Half, or 50: \"a\"")))
			.isEqualTo("koi_depth | Half, or 50: \"a\"");
	}

	@Test
	void quotedFilesMakeNoHeadersOfTheirOwn() {
		assertThat(HeaderList.joined(List.of("a\r\nSet-Cookie: b\u007f"))).isEqualTo("a%0D%0ASet-Cookie: b%7F");
	}

	@Test
	void everythingCanBeReadBack() {
		List<String> texts = List.of("50 % | more", "König …", "\uD83E\uDE90");
		assertThat(Arrays.stream(HeaderList.joined(texts).split(" \\| "))
			.map((text) -> URLDecoder.decode(text, StandardCharsets.UTF_8))).isEqualTo(texts);
	}

	@Test
	void countsWhatThereIsNoRoomFor() {
		assertThat(HeaderList.joined(Collections.nCopies(30, "x".repeat(100)))).hasSizeLessThan(2100)
			.endsWith("x | 11 more: see the answer as JSON");
		assertThat(HeaderList.joined(List.of("x".repeat(5000)))).isEqualTo("1 more: see the answer as JSON");
	}

}
