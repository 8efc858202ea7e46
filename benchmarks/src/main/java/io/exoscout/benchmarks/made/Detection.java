package io.exoscout.benchmarks.made;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Verdict;

/**
 * A signal on its star, with what the vetting said.
 *
 * @param star the star
 * @param signal the signal
 * @param index its number on the star, from 1
 * @param verdict what the vetting decided
 */
record Detection(Star star, Signal signal, int index, Verdict verdict) {

	/**
	 * A survey's detections: planets often come in systems, false positives seldom do.
	 */
	static List<Detection> survey(SeededRandom random, int count, double days, double evolvedFalsePositives,
			boolean candidates) {
		List<Detection> detections = new ArrayList<>();
		for (int number = 1; detections.size() < count; number++) {
			boolean planets = random.chance(0.38);
			Star star = Star.draw(random, number, planets ? 0.04 : evolvedFalsePositives);
			for (int index = 1; index == 1 || (index < 6 && random.chance(planets ? 0.35 : 0.05)); index++) {
				Signal signal = Signal.draw(random, planets ? Signal.Kind.PLANET : falsePositive(random), star, days);
				detections.add(new Detection(star, signal, index, verdict(random, signal, candidates)));
			}
		}
		return detections.subList(0, count);
	}

	private static Signal.Kind falsePositive(SeededRandom random) {
		double draw = random.uniform(0, 1);
		return (draw < 0.42) ? Signal.Kind.BINARY : (draw < 0.75) ? Signal.Kind.BACKGROUND : Signal.Kind.NOISE;
	}

	/** Vetting takes its time, and sometimes errs. */
	private static Verdict verdict(SeededRandom random, Signal signal, boolean candidates) {
		boolean wrong = random.chance(0.01);
		boolean open = random.chance(signal.strength() < 15 ? 0.4 : 0.15);
		if (candidates || open) {
			return Verdict.UNDECIDED;
		}
		return (signal.kind().isPlanet() != wrong) ? Verdict.PLANET : Verdict.NOT_PLANET;
	}

}
