package io.exoscout.searcher;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same search: the points, and how they are searched. How the
 * files were read shows in the points. The number in its text rises with every change of
 * what a search finds or says, so that results from before are not taken for new ones.
 */
final class SearchIdentity {

	private SearchIdentity() {
	}

	/**
	 * The id of a search.
	 * @param curveSha256 digest of the stored points
	 * @param search what is asked
	 * @return SHA-256 in hex
	 */
	static String of(String curveSha256, CurveSearch search) {
		KnownStar star = search.star();
		TreeMap<String, @Nullable Object> parts = new TreeMap<>();
		parts.put("window", search.windowDays());
		parts.put("period from", search.periodMin());
		parts.put("period to", search.periodMax());
		parts.put("signals", search.maxSignals());
		parts.put("star radius", (star != null) ? star.radius() : null);
		parts.put("star mass", (star != null) ? star.mass() : null);
		parts.put("star temperature", (star != null) ? star.teff() : null);
		StringBuilder text = new StringBuilder("exoscout transit search 6\ncurve " + curveSha256 + "\n");
		parts.forEach((name, value) -> text.append((value != null) ? name + ' ' + value + '\n' : ""));
		return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
	}

}
