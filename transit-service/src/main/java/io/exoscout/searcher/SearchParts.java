package io.exoscout.searcher;

import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.box.StarSize;
import org.jspecify.annotations.Nullable;

/** What was asked over HTTP, in the words of the search. */
final class SearchParts {

	private SearchParts() {
	}

	/**
	 * What is asked of a search.
	 * @param threads how many work at it
	 */
	static SearchOptions options(CurveSearch search, int threads) {
		return new SearchOptions(search.windowDays(), search.periodMin(), search.periodMax(), search.maxSignals(),
				star(search.star()), threads);
	}

	/**
	 * What else is not known of a star is as of the Sun; one whose size nobody said is
	 * not known.
	 */
	private static @Nullable StarSize star(@Nullable KnownStar star) {
		if (star == null || star.radius() == null) {
			return null;
		}
		StarSize sun = StarSize.SUN;
		return new StarSize(star.radius(), known(star.mass(), sun.mass()), known(star.teff(), sun.teff()));
	}

	private static double known(@Nullable Double value, double otherwise) {
		return (value != null) ? value : otherwise;
	}

}
