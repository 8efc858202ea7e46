package io.exoscout.jobs.search;

import java.util.HashSet;
import java.util.Set;

import io.exoscout.archive.Mission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameKeysTests {

	private static final Set<Long> KEPLER = keys(Mission.KEPLER, "K00752.01", "10797460", "Kepler-227 b");

	private static final Set<Long> TESS = keys(Mission.TESS, "1000.01", "50365310");

	private static final Set<Long> K2 = keys(Mission.K2, "EPIC 201912552.01", "EPIC 201912552", "K2-18 b",
			"TIC 388804061");

	private static Set<Long> keys(Mission mission, String object, String star, String... others) {
		Set<Long> keys = new HashSet<>();
		NameKeys.ofObject(mission, object, keys::add);
		NameKeys.ofStar(mission, star, keys::add);
		for (String other : others) {
			NameKeys.ofName(other, keys::add);
		}
		return keys;
	}

	private static boolean finds(String name, Set<Long> keys) {
		return NameKeys.wanted(name).stream().anyMatch(keys::contains);
	}

	@ParameterizedTest
	@ValueSource(strings = { "K00752.01", "k752.01", "KOI-752.01", "koi 752.01", "KIC 10797460", "kic10797460",
			"KIC010797460", "10797460", "Kepler-227 b", "kepler 227b", "KEPLER-227", "KOI-752", "K00752" })
	void namesOfKepler(String name) {
		assertThat(finds(name, KEPLER)).isTrue();
		assertThat(finds(name, K2)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "TOI-1000.01", "1000.01", "toi 1000", "TIC 50365310", "tic-50365310", "50365310" })
	void namesOfTess(String name) {
		assertThat(finds(name, TESS)).isTrue();
		assertThat(finds(name, KEPLER)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "EPIC 201912552.01", "EPIC201912552", "201912552", "K2-18 b", "k2 18b", "K2-18",
			"TIC 388804061" })
	void namesOfK2(String name) {
		assertThat(finds(name, K2)).isTrue();
		assertThat(finds(name, KEPLER)).isFalse();
	}

	@Test
	void starsOfOneNumberAreToldApartByTheirCatalogues() {
		assertThat(finds("TIC 10797460", KEPLER)).isFalse();
		assertThat(finds("KIC 50365310", TESS)).isFalse();
	}

	@Test
	void partOfANameIsNoName() {
		assertThat(finds("K00752.0", KEPLER)).isFalse();
		assertThat(finds("Kepler-22", KEPLER)).isFalse();
	}

}
