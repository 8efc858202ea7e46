package io.exoscout.searcher.star;

import io.exoscout.archive.Mission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetNamesTests {

	@ParameterizedTest
	@CsvSource({ "KIC 6541920,KIC 6541920", "kic006541920,KIC 6541920", "kplr006541920,KIC 6541920",
			"TIC-25155310,TIC 25155310", "ktwo201367065,EPIC 201367065", " EPIC 201367065 ,EPIC 201367065",
			"WASP-126,WASP-126" })
	void aStarIsCalledAsInItsFiles(String name, String inFiles) {
		assertThat(TargetNames.of(name, null)).containsExactly(inFiles);
	}

	@Test
	void aNumberAloneIsOneOfItsMissionsCatalogueOrOfAll() {
		assertThat(TargetNames.of("6541920", Mission.KEPLER)).containsExactly("KIC 6541920");
		assertThat(TargetNames.of("6541920", null)).containsExactly("KIC 6541920", "TIC 6541920", "EPIC 6541920");
	}

}
