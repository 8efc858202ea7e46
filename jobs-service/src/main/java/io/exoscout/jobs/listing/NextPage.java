package io.exoscout.jobs.listing;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a list goes on. */
public final class NextPage {

	private NextPage() {
	}

	/**
	 * A Link header (RFC 8288) for the answer to the current request.
	 * @param cursor where the next page begins
	 * @return the address of this request with that cursor, as the next page
	 */
	public static String link(String cursor) {
		return "<%s>; rel=\"next\"".formatted(
				ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("cursor", cursor).toUriString());
	}

}
