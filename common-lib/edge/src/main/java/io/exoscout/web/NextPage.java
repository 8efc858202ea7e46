package io.exoscout.web;

import java.nio.charset.StandardCharsets;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where a list goes on. */
public final class NextPage {

	private NextPage() {
	}

	/**
	 * A Link header (RFC 8288) for the answer to the current request.
	 * @param cursor where the next page begins
	 * @return the address of this request with that cursor, as the next page; without a
	 * host, since what a client says of that is not for others to read
	 */
	public static String link(String cursor) {
		// what the request brought is encoded already
		return "<%s>; rel=\"next\"".formatted(ServletUriComponentsBuilder.fromCurrentRequest()
			.scheme(null)
			.host(null)
			.port(null)
			.replaceQueryParam("cursor", UriUtils.encode(cursor, StandardCharsets.UTF_8))
			.build(true)
			.toUriString());
	}

}
