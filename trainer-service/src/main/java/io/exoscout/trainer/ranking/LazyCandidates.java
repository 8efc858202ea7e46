package io.exoscout.trainer.ranking;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.candidate.Candidate;
import io.exoscout.feature.FeatureInput;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.learning.Samples;
import io.exoscout.result.Rounded;
import io.exoscout.trainer.evaluation.PlanetClasses;
import org.jspecify.annotations.Nullable;

/**
 * Candidates in rank order, made up one by one as they are written.
 *
 * @param undecided the objects
 * @param order the objects, likeliest planets first
 * @param samples names of classes
 * @param features what is said of each feature
 * @param scores what the models say
 * @param planets the classes that mean a planet
 * @param shift how common the classes are among the objects, where that could be
 * estimated
 * @param reasons for the scores
 */
record LazyCandidates(Undecided undecided, int[] order, Samples samples, List<FeatureInput> features,
		CandidateScores scores, PlanetClasses planets, @Nullable PriorShift shift,
		CandidateReasons reasons) implements Iterable<Candidate> {

	@Override
	public Iterator<Candidate> iterator() {
		return IntStream.range(0, this.order.length).mapToObj(this::candidate).iterator();
	}

	private Candidate candidate(int place) {
		int object = this.order[place];
		double[] probabilities = this.scores.probabilities()[object];
		List<String> classNames = this.samples.classNames();
		return new Candidate(place + 1, this.undecided.row(object), named(this.undecided.name(object)),
				named(this.undecided.star(object)), classNames.get(OutOfFold.likeliest(probabilities)),
				Rounded.sixDigits(this.planets.sum(probabilities)), corrected(probabilities),
				bound(this.scores.lower()[object]), bound(this.scores.upper()[object]),
				this.reasons.of(object, this.features))
			.by(this.scores.folds(object));
	}

	private @Nullable Double corrected(double[] probabilities) {
		if (this.shift == null) {
			return null;
		}
		double[] corrected = probabilities.clone();
		this.shift.correct(corrected);
		return Rounded.sixDigits(this.planets.sum(corrected));
	}

	static @Nullable String named(String name) {
		return name.isEmpty() ? null : name;
	}

	private static @Nullable Double bound(double probability) {
		return Double.isNaN(probability) ? null : Rounded.sixDigits(probability);
	}

}
