package io.exoscout.searcher;

import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.lightcurve.file.CurveOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchIdentityTests {

	private static final CurveSearch SEARCH = new CurveSearch(null, 1.0, 20.0, 3, new KnownStar(1.0, null, null),
			CurveOptions.DEFAULTS);

	@Test
	void theSameSearchHasTheSameId() {
		assertThat(SearchIdentity.of("a", SEARCH)).isEqualTo(SearchIdentity.of("a", new CurveSearch(null, 1.0, 20.0, 3,
				new KnownStar(1.0, null, null), new CurveOptions("SAP", null, null, null, null))));
	}

	@Test
	void whateverDecidesTheOutcomeChangesIt() {
		assertThat(SearchIdentity.of("a", SEARCH)).isNotEqualTo(SearchIdentity.of("b", SEARCH))
			.isNotEqualTo(SearchIdentity.of("a", new CurveSearch(1.0, 1.0, 20.0, 3, SEARCH.star(), SEARCH.reading())))
			.isNotEqualTo(SearchIdentity.of("a", new CurveSearch(null, null, 20.0, 3, SEARCH.star(), SEARCH.reading())))
			.isNotEqualTo(SearchIdentity.of("a", new CurveSearch(null, 1.0, 21.0, 3, SEARCH.star(), SEARCH.reading())))
			.isNotEqualTo(SearchIdentity.of("a", new CurveSearch(null, 1.0, 20.0, 4, SEARCH.star(), SEARCH.reading())))
			.isNotEqualTo(SearchIdentity.of("a", new CurveSearch(null, 1.0, 20.0, 3, null, SEARCH.reading())));
	}

}
