package io.exoscout.searcher.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.exoscout.fits.MadeFits;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.lightcurve.file.MadeSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CurveTargetsTests {

	@Test
	void filesOfOneObjectAreOfOneStar() throws IOException {
		assertThat(targets(fits("q1.fits", MadeFits.card("OBJECT", "KIC 7")),
				fits("q2.fits", MadeFits.card("OBJECT", "KIC 7")),
				fits("other.fits", MadeFits.card("OBJECT", "KIC 8"))))
			.containsOnlyKeys("KIC 7", "KIC 8")
			.containsEntry("KIC 7", List.of("q1.fits", "q2.fits"));
	}

	@Test
	void aNumberOfACatalogueWillDo() throws IOException {
		assertThat(targets(fits("a.fits", MadeFits.card("TICID", 12)), fits("b.fits", MadeFits.card("KEPLERID", 13)),
				fits("c.fits", MadeFits.card("TICID", 14)).packed()))
			.containsOnlyKeys("TIC 12", "KIC 13", "TIC 14");
	}

	@Test
	void commentsMayNameTheStar() throws IOException {
		assertThat(targets(text("a.csv", "# TICID = 25\ntime,flux\n"), text("b.csv", "# object: My star\ntime,flux\n")))
			.containsOnlyKeys("TIC 25", "My star");
	}

	@Test
	void namesOfTheArchiveTellTheStar() throws IOException {
		assertThat(targets(text("x/kplr010666592-2009131110544_slc.csv", ""),
				text("y/tess2018206045859-s0001-0000000358108509-0120-s_lc.csv", ""),
				text("y/tess2018234235059-s0002-0000000358108509-0121-s_lc.csv", ""),
				text("ktwo206103150-c03_llc.csv", "")))
			.containsOnlyKeys("KIC 10666592", "TIC 358108509", "EPIC 206103150");
	}

	@Test
	void foldersOfTheirOwnAreStars() throws IOException {
		assertThat(targets(text("all/a/1.csv", ""), text("all/a/2.csv", ""), text("all/b/1.csv", "")))
			.containsOnlyKeys("all/a", "all/b");
	}

	@Test
	void filesOfOneFolderAreStarsEach() throws IOException {
		assertThat(targets(text("all/1.csv", ""), text("all/2.csv", ""))).containsOnlyKeys("all/1.csv", "all/2.csv");
	}

	@Test
	void anArchiveInAnArchiveIsRefused() {
		MadeSource nested = new MadeSource("inner.zip", new MadeZip().with("a.csv", "x").bytes());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> targets(text("a.csv", ""), nested))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.BROKEN_ZIP));
	}

	private static Map<String, List<String>> targets(MadeSource... files) throws IOException {
		return CurveTargets.of(List.of(files), new UnpackingBudget())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue().stream().map(CurveSource::name).toList()));
	}

	private static MadeSource text(String name, String text) {
		return new MadeSource(name, (text + "time,flux\n1,1\n").getBytes(StandardCharsets.UTF_8));
	}

	private static MadeSource fits(String name, String card) {
		return new MadeSource(name, MadeFits.begin(card).bytes());
	}

}
