package io.exoscout.folding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.exoscout.monitor.Quality;
import io.exoscout.online.RealStreams;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The answers on real streams are those of River 0.22, worked out with exact ROC curves.
 */
class RealStreamTests {

	private final List<double[]> scored = new ArrayList<>();

	@Test
	void phishingIsScoredAsByRiver() {
		StreamDefinition definition = RealStreams.phishing();
		StreamMetrics metrics = fold(definition, RealStreams.phishing(definition));
		assertThat(metrics.labels()).isEqualTo(1250);
		assertThat(exactArea()).isCloseTo(0.9534, within(5e-5));
		assertThat(metrics.whole().rocAuc()).isCloseTo(exactArea(), within(1e-4));
		assertThat(metrics.drifts()).isZero();
	}

	@Test
	void electricityIsScoredAsByRiver() {
		StreamDefinition definition = RealStreams.elec2();
		StreamMetrics metrics = fold(definition, RealStreams.elec2(definition));
		assertThat(metrics.labels()).isEqualTo(45_312);
		assertThat(exactArea()).isCloseTo(0.8929, within(5e-5));
		assertThat(metrics.whole().rocAuc()).isCloseTo(exactArea(), within(1e-4));
		assertThat(metrics.drifts()).isEqualTo(52);
	}

	/**
	 * On Elec2 who says that nothing changes beats the learner, and everybody can see it.
	 */
	@Test
	void electricityIsBetterToldByItsLastLabel() {
		StreamDefinition definition = RealStreams.elec2();
		Quality whole = fold(definition, RealStreams.elec2(definition)).whole();
		assertThat(whole.noChangeAccuracy()).isCloseTo(0.853, within(1e-3)).isGreaterThan(whole.accuracy());
	}

	@Test
	void thunderIsScoredAsByRiver() {
		StreamDefinition definition = RealStreams.gsod1972();
		StreamMetrics metrics = fold(definition, RealStreams.gsod1972(definition));
		assertThat(metrics.labels()).isEqualTo(196_752);
		assertThat(metrics.counts()).containsEntry(StreamFate.INCOMPLETE, 201_217L - 196_752)
			.containsEntry(StreamFate.LATE, 0L)
			.containsEntry(StreamFate.DUPLICATE, 0L);
		assertThat(exactArea()).isCloseTo(0.8091, within(5e-5));
		assertThat(metrics.whole().rocAuc()).isCloseTo(exactArea(), within(1e-4));
		assertThat(metrics.drifts()).isEqualTo(33);
	}

	private StreamMetrics fold(StreamDefinition definition, List<StreamArrival> arrivals) {
		StreamFold fold = StreamFold.start(definition, null);
		for (StreamArrival arrival : arrivals) {
			StreamOutcome outcome = fold.apply(arrival);
			if (outcome.fate() == StreamFate.LEARNED) {
				this.scored.add(new double[] { outcome.probability(), ((StreamEvent) arrival).label() });
			}
		}
		return fold.metrics();
	}

	/** Mann and Whitney's statistic, ties half. */
	private double exactArea() {
		List<double[]> sorted = new ArrayList<>(this.scored);
		sorted.sort(Comparator.comparingDouble((one) -> one[0]));
		double negatives = 0;
		double positives = 0;
		double area = 0;
		for (int i = 0; i < sorted.size();) {
			double[] tied = { 0, 0 };
			int from = i;
			for (; i < sorted.size() && sorted.get(i)[0] == sorted.get(from)[0]; i++) {
				tied[(int) sorted.get(i)[1]]++;
			}
			area += tied[1] * (negatives + tied[0] / 2);
			negatives += tied[0];
			positives += tied[1];
		}
		return area / negatives / positives;
	}

}
