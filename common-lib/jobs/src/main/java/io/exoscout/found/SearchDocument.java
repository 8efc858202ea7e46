package io.exoscout.found;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.job.Job;
import io.exoscout.lightcurve.file.CurveReport;
import io.exoscout.transit.GridUsed;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.vet.VettingTest;
import org.jspecify.annotations.Nullable;

/**
 * What a search found: its result over HTTP.
 *
 * @param jobId the search
 * @param dataSource whose light curve it is: {@code kepler}, {@code k2} or {@code tess}
 * @param curve what was understood of the files
 * @param star what is known of the star; what is not was taken as the Sun's
 * @param leftOut how many points were left out of the search, by reason
 * @param noisePpm scatter from point to point of what was searched
 * @param grid the periods that were searched
 * @param ended why the search ended
 * @param signals what was found, strongest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchDocument(String jobId, @Nullable String dataSource, @Nullable CurveReport curve,
		@Nullable KnownStar star, Map<String, Integer> leftOut, double noisePpm, GridUsed grid, String ended,
		List<FoundTransit> signals) {

	/**
	 * A signal.
	 *
	 * @param number from 1
	 * @param singleEvent whether it was seen once only, so that it has no period
	 * @param period in days
	 * @param periodError its standard deviation, in days
	 * @param epoch the middle of a transit, in the curve's time, in days
	 * @param epochError in days
	 * @param durationHours from first to last contact
	 * @param durationErrorHours of that
	 * @param depthPpm in parts per million
	 * @param depthErrorPpm of that
	 * @param radiusRatio of planet and star
	 * @param impact the least distance of their middles, in radii of the star
	 * @param snr signal to noise of all transits together, red noise included
	 * @param sde signal detection efficiency of its peak
	 * @param transits how many were observed
	 * @param verdict {@code candidate}, {@code false_alarm} or {@code false_positive}
	 * @param reasons the names of the tests that it failed
	 * @param tests all tests, with value, threshold and source
	 * @param notAsked what a vetter would ask besides, and why it was not; none in
	 * results of earlier times
	 * @param diagnostics all other figures, by name
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record FoundTransit(int number, boolean singleEvent, @Nullable Double period, @Nullable Double periodError,
			double epoch, @Nullable Double epochError, double durationHours, @Nullable Double durationErrorHours,
			double depthPpm, @Nullable Double depthErrorPpm, @Nullable Double radiusRatio, @Nullable Double impact,
			double snr, double sde, int transits, String verdict, List<String> reasons, List<JudgedTest> tests,
			@Nullable List<UnaskedTest> notAsked, Map<String, Double> diagnostics) {

		static FoundTransit of(TransitSignal signal) {
			List<JudgedTest> tests = signal.verdict().tests().stream().map(JudgedTest::of).toList();
			return new FoundTransit(signal.number(), signal.singleEvent(), signal.period(),
					finite(signal.periodError()), signal.epoch(), finite(signal.epochError()), signal.durationHours(),
					finite(signal.durationErrorHours()), signal.depthPpm(), finite(signal.depthErrorPpm()),
					finite(signal.radiusRatio()), finite(signal.impact()), signal.snr(), signal.sde(),
					signal.transits(), signal.verdict().kind().id(),
					tests.stream().filter((test) -> !test.passed()).map(JudgedTest::name).toList(), tests,
					UnaskedTest.besides(tests), finite(signal.diagnostics()));
		}

	}

	/**
	 * A question that a signal was asked.
	 *
	 * @param name of the test
	 * @param value what was measured; none if it is beyond all numbers
	 * @param threshold what it was compared with
	 * @param passed whether it speaks for a planet
	 * @param fails what a failure speaks for
	 * @param source where test and threshold are from
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record JudgedTest(String name, @Nullable Double value, @Nullable Double threshold, boolean passed,
			String fails, String source) {

		static JudgedTest of(VettingTest test) {
			return new JudgedTest(test.name(), finite(test.value()), finite(test.threshold()), test.passed(),
					test.fails().id(), test.source());
		}

	}

	/**
	 * A question that a signal was not asked.
	 *
	 * @param name of the test
	 * @param reason why not
	 */
	public record UnaskedTest(String name, String reason) {

		private static final String CENTROID = "centroid_offset_pixels";

		private static final String RADIUS = "planet_radius_at_least";

		static List<UnaskedTest> besides(List<JudgedTest> asked) {
			List<UnaskedTest> unasked = new ArrayList<>();
			if (asked.stream().noneMatch((test) -> test.name().equals(CENTROID))) {
				unasked.add(new UnaskedTest(CENTROID,
						"The files do not say where the light fell (MOM_CENTR1 and 2), or not around enough transits."));
			}
			if (asked.stream().noneMatch((test) -> test.name().equals(RADIUS))) {
				unasked.add(new UnaskedTest(RADIUS, "Nobody said how large the star is."));
			}
			unasked.add(new UnaskedTest("ghost",
					"It compares the star's pixels with those around them, which a light curve does not have."));
			return unasked;
		}

	}

	public static SearchDocument of(Job job, SearchResult found) {
		return new SearchDocument(job.jobId(), job.params().dataSource(), job.request().curve(),
				(job.params().search() != null) ? job.params().search().star() : null, found.leftOut(),
				found.noisePpm(), found.grid(), found.ended(), found.signals().stream().map(FoundTransit::of).toList());
	}

	/** JSON has no word for what is no number. */
	private static @Nullable Double finite(@Nullable Double value) {
		return (value != null && Double.isFinite(value)) ? value : null;
	}

	private static Map<String, Double> finite(Map<String, Double> values) {
		Map<String, Double> finite = new LinkedHashMap<>(values);
		finite.values().removeIf((value) -> !Double.isFinite(value));
		return finite;
	}

}
