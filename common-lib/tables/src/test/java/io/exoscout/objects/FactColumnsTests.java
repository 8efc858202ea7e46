package io.exoscout.objects;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.exoscout.archive.ArchivePage;
import io.exoscout.archive.Mission;

import static org.assertj.core.api.Assertions.assertThat;

class FactColumnsTests {

	@Test
	void readsWhatOthersNeedFirstAndNothingTwice() {
		assertThat(new FactColumns(Mission.KEPLER, List.of("koi_depth", "koi_teq")).columns())
			.containsExactly("koi_depth", "koi_teq", "koi_period", "koi_prad", "koi_kepmag", "ra", "dec");
	}

	@Test
	void partsARow() {
		FactColumns columns = new FactColumns(Mission.KEPLER, List.of("koi_depth", "koi_teq"));
		ObjectRow row = new ObjectRow(1, "K00752.01", "10797460", "",
				new float[] { 615.8f, 793, 9.488036f, 2.26f, 15.347f, 291.93423f, 48.141651f });
		assertThat(columns.others(row).values()).containsExactly(615.8f, 793);
		assertThat(columns.facts(row)).isEqualTo(new ObjectFacts(9.488036f, 615.8f, 2.26f, 15.347f, 291.93423f,
				48.141651f, "https://exoplanetarchive.ipac.caltech.edu/overview/K00752.01",
				"https://exofop.ipac.caltech.edu/kepler/edit_target.php?id=752"));
	}

	@Test
	void whatIsNotThereIsLeftOut() {
		ObjectRow row = new ObjectRow(1, "", "", "",
				new float[] { Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN });
		assertThat(new FactColumns(Mission.TESS, List.of()).facts(row)).isEqualTo(ObjectFacts.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "0.0123, 123", "0.1, 1000", "1.5, 15000", "0, 0" })
	void depthsOfK2ArePpmToo(float percent, float ppm) {
		ObjectRow row = new ObjectRow(1, "K2-18 b", "K2-18", "",
				new float[] { 32.9f, percent, 2.4f, 13.5f, 172.56f, 7.588f });
		assertThat(new FactColumns(Mission.K2, List.of()).facts(row).depth()).isEqualTo(ppm);
	}

	@ParameterizedTest
	@CsvSource({ "KEPLER, K00752.01, https://exoplanetarchive.ipac.caltech.edu/overview/K00752.01",
			"KEPLER, KOI-752.01, https://exoplanetarchive.ipac.caltech.edu/overview/K00752.01",
			"KEPLER, 752.01, https://exoplanetarchive.ipac.caltech.edu/overview/K00752.01", "KEPLER, mine,",
			"KEPLER, 752.1,", "KEPLER, '',",
			"TESS, 1000.01, https://exoplanetarchive.ipac.caltech.edu/overview/TOI-1000",
			"TESS, TOI-1000.01, https://exoplanetarchive.ipac.caltech.edu/overview/TOI-1000",
			"TESS, 1000.1, https://exoplanetarchive.ipac.caltech.edu/overview/TOI-1000", "TESS, 1000,", "TESS, '',",
			"K2, K2-18 b, https://exoplanetarchive.ipac.caltech.edu/overview/K2-18%20b",
			"K2, a/../b?c&d, https://exoplanetarchive.ipac.caltech.edu/overview/a%2F..%2Fb%3Fc%26d", "K2, ''," })
	void linksToTheArchivesPage(Mission mission, String object, String page) {
		assertThat(ArchivePage.overview(mission, object)).isEqualTo(page);
	}

	@ParameterizedTest
	@CsvSource({ "KEPLER, K00752.01, 10797460, https://exofop.ipac.caltech.edu/kepler/edit_target.php?id=752",
			"KEPLER, mine, 10797460,",
			"TESS, 1000.01, 50365310, https://exofop.ipac.caltech.edu/tess/target.php?id=50365310",
			"TESS, 1000.01, TIC 50365310, https://exofop.ipac.caltech.edu/tess/target.php?id=50365310",
			"TESS, 1000.01, 50365310.0, https://exofop.ipac.caltech.edu/tess/target.php?id=50365310",
			"TESS, 1000.01, '',", "TESS, 1000.01, 5.0365310E7,",
			"K2, EPIC 201111557.01, EPIC 201111557, https://exofop.ipac.caltech.edu/k2/edit_target.php?id=201111557",
			"K2, EPIC 201111557.01, '', https://exofop.ipac.caltech.edu/k2/edit_target.php?id=201111557",
			"K2, K2-18 b, K2-18,",
			"K2, K2-18 b, EPIC 201912552, https://exofop.ipac.caltech.edu/k2/edit_target.php?id=201912552",
			"K2, EPIC 1&x=2, '',", "K2, '', ''," })
	void linksToExofopsPage(Mission mission, String object, String star, String page) {
		assertThat(ArchivePage.exofop(mission, object, star)).isEqualTo(page);
	}

	@Test
	void officialNamesLeadWhereOthersOfTheObjectDo() {
		for (int number = 0; number < 100_000; number += 7) {
			String official = "K%05d.%02d".formatted(number, number % 100);
			String other = "KOI-%d.%02d".formatted(number, number % 100);
			assertThat(ArchivePage.overview(Mission.KEPLER, official))
				.isEqualTo(ArchivePage.overview(Mission.KEPLER, other));
			assertThat(ArchivePage.exofop(Mission.KEPLER, official, ""))
				.isEqualTo(ArchivePage.exofop(Mission.KEPLER, other, ""));
		}
	}

}
