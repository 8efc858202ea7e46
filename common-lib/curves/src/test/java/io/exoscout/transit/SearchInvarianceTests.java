package io.exoscout.transit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.MadeSource;
import io.exoscout.lightcurve.file.RealCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K2-3 as somebody published it, told in other ways: what is found is the same, to the
 * last bit.
 */
class SearchInvarianceTests {

	private static final SearchOptions ONE = new SearchOptions(null, 8.0, 12.0, 1, null, 1);

	private static List<String> lines = List.of();

	private static String found = "";

	@BeforeAll
	static void search() throws IOException {
		lines = Files.readAllLines(RealCurves.path("k2/EPIC201367065.csv"));
		found = said(read(List.of(lines)), ONE);
		assertThat(found).contains("period=10.05");
	}

	@Test
	void inAnyOrderOfRows() throws IOException {
		List<String> shuffled = new ArrayList<>(lines);
		Collections.shuffle(shuffled, new Random(1));
		// without names a column tells that it is the time by rising
		shuffled.add(0, "time,flux");
		assertThat(said(read(List.of(shuffled)), ONE)).isEqualTo(found);
	}

	@Test
	void splitIntoFiles() throws IOException {
		int size = lines.size();
		assertThat(said(read(List.of(lines.subList(2 * size / 3, size), lines.subList(0, size / 3),
				lines.subList(size / 3, 2 * size / 3))), ONE))
			.isEqualTo(found);
	}

	@Test
	void countedFromAnotherDay() throws IOException {
		LightCurve curve = read(List.of(lines));
		double[] julian = Arrays.stream(curve.times()).map((time) -> time + 2_454_833).toArray();
		assertThat(said(new LightCurve(curve.system(), julian, curve.fluxes(), null, curve.segments(), null), ONE))
			.isEqualTo(found);
	}

	@Test
	void inOtherUnits() throws IOException {
		LightCurve curve = read(List.of(lines));
		double[] counts = Arrays.stream(curve.fluxes()).map((flux) -> 16_384 * flux).toArray();
		assertThat(said(curve.withFluxes(counts), ONE)).isEqualTo(found);
	}

	@Test
	void byAnyNumberOfThreads() throws IOException {
		assertThat(said(read(List.of(lines)), new SearchOptions(null, 8.0, 12.0, 1, null, 16))).isEqualTo(found);
	}

	private static LightCurve read(List<List<String>> files) throws IOException {
		List<MadeSource> sources = files.stream()
			.map((file) -> new MadeSource("part-" + file.hashCode() + ".csv",
					String.join("\n", file).getBytes(StandardCharsets.UTF_8)))
			.toList();
		return CurveReader.read(sources, CurveOptions.DEFAULTS).curve();
	}

	/** All that a search says, but from which day its times count. */
	private static String said(LightCurve curve, SearchOptions options) {
		SearchResult result = TransitSearch.search(curve, options, SearchWatch.NOBODY);
		List<String> signals = result.signals()
			.stream()
			.map((signal) -> signal.toString().replaceFirst("epoch=[^,]*,", ""))
			.toList();
		return signals + Arrays.toString(result.cleaned().fluxes()) + Arrays.toString(result.trend()) + result.leftOut()
				+ result.noisePpm() + result.grid() + Arrays.toString(result.periodogram().power());
	}

}
