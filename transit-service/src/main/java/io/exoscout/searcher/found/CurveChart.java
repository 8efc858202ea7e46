package io.exoscout.searcher.found;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.searcher.found.SearchPlots.FluxPlot;
import io.exoscout.searcher.found.SearchPlots.SignalPlot;
import io.exoscout.searcher.plot.SvgChart;
import io.exoscout.searcher.plot.SvgChart.Ink;
import io.exoscout.searcher.plot.SvgChart.Panel;
import org.jspecify.annotations.Nullable;

/** The charts of a search. */
public enum CurveChart {

	/** The points in time, and without what changes slowly. */
	FLUX("flux"),
	/** How well each period explains dips. */
	PERIODOGRAM("periodogram"),
	/** All transits of a signal, one over the other. */
	FOLDED("folded"),
	/** Every other transit apart. */
	ODD_EVEN("odd-even"),
	/** The whole period, for a second dip. */
	SECONDARY("secondary"),
	/** Where the light fell on the detector. */
	CENTROID("centroid");

	private static final String HOURS = "hours from the middle of the transit";

	private final String word;

	CurveChart(String word) {
		this.word = word;
	}

	/**
	 * The chart of an address.
	 * @param name as in {@code folded.svg}
	 */
	public static CurveChart of(String name) {
		return Arrays.stream(values())
			.filter((chart) -> name.equals(chart.word + ".svg"))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ErrorCode.UNKNOWN_ADDRESS, "There is no chart " + Quoted.of(name)
					+ "; there are " + Arrays.stream(values()).map((chart) -> chart.word + ".svg").toList() + "."));
	}

	/**
	 * Draws.
	 * @param kept what was found
	 * @param number of the signal, which not every chart is about
	 * @throws ProblemException {@code invalid_parameter} if there is no such signal, or
	 * no such chart of it
	 */
	public String draw(KeptSearch kept, int number) {
		String star = title(kept.document());
		return switch (this) {
			case FLUX -> flux(star, kept);
			case PERIODOGRAM -> periodogram(star, kept);
			case FOLDED, ODD_EVEN, SECONDARY, CENTROID -> signal(star, kept, number);
		};
	}

	private static String flux(String star, KeptSearch kept) {
		FluxPlot flux = kept.plots().flux();
		SvgChart chart = new SvgChart(star + ": flux");
		String time = time(kept.document());
		chart.panel(time, "relative flux")
			.points(Ink.POINT, 1, flux.times(), flux.fluxes())
			.points(Ink.MODEL, 0.7, flux.times(), flux.trend());
		chart.panel(time, "without trend").points(Ink.MEAN, 1, flux.times(), flux.flat());
		return chart.svg();
	}

	private static String periodogram(String star, KeptSearch kept) {
		SvgChart chart = new SvgChart(star + ": box least squares");
		double[] periods = kept.plots().periodogram().periods();
		Panel panel = chart.panel("period in days, as its logarithm to base 10", "signal to noise")
			.line(Ink.MEAN, Arrays.stream(periods).map(Math::log10).toArray(), kept.plots().periodogram().power());
		List<FoundTransit> signals = kept.document().signals();
		if (!signals.isEmpty()) {
			Double period = signals.get(0).period();
			if (period != null) {
				panel.at(Math.log10(period));
			}
		}
		return chart.svg();
	}

	private String signal(String star, KeptSearch kept, int number) {
		FoundTransit found = kept.document()
			.signals()
			.stream()
			.filter((signal) -> signal.number() == number)
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("signal",
					"signal is %d; the search found %d".formatted(number, kept.document().signals().size())));
		SignalPlot plot = kept.plots()
			.signals()
			.stream()
			.filter((signal) -> signal.number() == number)
			.findFirst()
			.orElseThrow();
		SvgChart chart = new SvgChart("%s: signal %d, %s, %s".formatted(star, number, period(found), found.verdict()));
		switch (this) {
			case FOLDED -> add(chart, plot.folded(), "all transits");
			case ODD_EVEN -> {
				add(chart, required(plot.odd(), number), "odd transits");
				add(chart, required(plot.even(), number), "even transits");
			}
			case CENTROID -> centroid(chart, plot, number);
			default -> {
				Panel panel = add(chart, required(plot.secondary(), number), "whole period");
				if (plot.secondaryPhase() != null) {
					panel.at(plot.secondaryPhase() - Math.floor(plot.secondaryPhase() + 0.25));
				}
			}
		}
		return chart.svg();
	}

	private static Panel add(SvgChart chart, FoldPlot fold, String what) {
		String across = fold.unit().equals("hours") ? HOURS : "phase";
		return chart.panel(across, "relative flux, " + what)
			.points(Ink.POINT, 1, fold.points(), fold.fluxes())
			.points(Ink.MEAN, 2.5, fold.bins(), fold.means())
			.line(Ink.MODEL, fold.bins(), fold.model());
	}

	private static void centroid(SvgChart chart, SignalPlot plot, int number) {
		CentroidPlot centroid = plot.centroid();
		if (centroid == null) {
			throw ProblemException.invalidParameter("signal",
					"signal is %d, of which nobody knows where the light fell: the files have no centroids, or too few around its transits"
						.formatted(number));
		}
		chart.panel(HOURS, "column, in thousandths of a pixel")
			.points(Ink.MEAN, 2.5, centroid.hours(), centroid.columns());
		chart.panel(HOURS, "row, in thousandths of a pixel").points(Ink.MEAN, 2.5, centroid.hours(), centroid.rows());
	}

	private static FoldPlot required(@Nullable FoldPlot plot, int number) {
		if (plot == null) {
			throw ProblemException.invalidParameter("signal",
					"signal is %d, which is a single event: it has no period to be folded by".formatted(number));
		}
		return plot;
	}

	private static String title(SearchDocument document) {
		String target = (document.curve() != null) ? document.curve().target() : null;
		return Objects.requireNonNullElse(target, "Light curve");
	}

	private static String time(SearchDocument document) {
		return "time in days" + ((document.curve() != null) ? ", " + document.curve().timeSystem().name() : "");
	}

	private static String period(FoundTransit signal) {
		return (signal.period() != null) ? String.format(Locale.ROOT, "every %.5f days", signal.period()) : "seen once";
	}

}
