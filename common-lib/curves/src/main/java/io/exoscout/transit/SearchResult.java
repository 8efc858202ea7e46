package io.exoscout.transit;

import java.util.List;
import java.util.Map;

import io.exoscout.lightcurve.LightCurve;

/**
 * What a search found.
 *
 * @param cleaned the points that were kept, with the flux over the trend; the trend does
 * not follow the signals found
 * @param trend the slow changes at each of them, relative to the median of the piece
 * between two gaps
 * @param leftOut how many points were left out, by reason
 * @param noisePpm how much the flux scatters from point to point, in parts per million
 * @param grid which periods were searched
 * @param periodogram of the first pass
 * @param signals what was found, strongest first; what is no candidate says why
 * @param ended why the search ended
 */
public record SearchResult(LightCurve cleaned, double[] trend, Map<String, Integer> leftOut, double noisePpm,
		GridUsed grid, Periodogram periodogram, List<TransitSignal> signals, String ended) {

	/** The signals that may be planets. */
	public List<TransitSignal> candidates() {
		return this.signals.stream().filter((signal) -> signal.verdict().isCandidate()).toList();
	}

}
