package io.exoscout.jobs;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a list goes on. */
final class NextPage {

	private NextPage() {
	}

	/**
	 * A Link header (RFC 8288) for the answer to the current request.
	 * @param cursor where the next page begins
	 * @return the address of this request with that cursor, as the next page
	 */
	static String link(String cursor) {
		return "<%s>; rel=\"next\"".formatted(
				ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("cursor", cursor).toUriString());
	}

}
