package io.exoscout.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

import io.exoscout.candidate.Candidate;
import io.exoscout.fitting.RankingQuality;
import io.exoscout.trainer.ranking.PriorShift;

/**
 * The candidates of an earlier table that a later one decides on.
 *
 * @param candidates in the order of their ranking
 * @param verdicts of each
 */
record LaterVerdicts(List<Candidate> candidates, List<Verdicts.Later> verdicts) {

	/** Those of a list of candidates that there are verdicts on. */
	static LaterVerdicts of(Iterable<Candidate> all, Verdicts verdicts) {
		Map<Candidate, Verdicts.Later> judged = new LinkedHashMap<>();
		StreamSupport.stream(all.spliterator(), false)
			.forEach((candidate) -> Optional.ofNullable(candidate.object())
				.flatMap(verdicts::on)
				.ifPresent((verdict) -> judged.put(candidate, verdict)));
		return new LaterVerdicts(List.copyOf(judged.keySet()), List.copyOf(judged.values()));
	}

	int size() {
		return this.candidates.size();
	}

	/** The share of planets. */
	double share() {
		return (double) this.verdicts.stream().filter(Verdicts.Later::planet).count() / size();
	}

	/** Name of each one's star; its own where the table names no stars. */
	String[] stars() {
		return this.candidates.stream()
			.map((candidate) -> Optional.ofNullable(candidate.star()).orElseGet(() -> "object " + candidate.object()))
			.toArray(String[]::new);
	}

	/** Ranked by the model. */
	RankingQuality byProbability() {
		return ranked(this.candidates.stream().mapToDouble(Candidate::probability));
	}

	/**
	 * With the probabilities that the candidates got for a share of planets as estimated
	 * on the day, over all candidates; empty where that could not be estimated.
	 */
	Optional<RankingQuality> byCorrected() {
		List<Double> corrected = this.candidates.stream()
			.flatMap((candidate) -> Optional.ofNullable(candidate.correctedProbability()).stream())
			.toList();
		return Optional.of(corrected)
			.filter((all) -> all.size() == size())
			.map((all) -> ranked(all.stream().mapToDouble(Double::doubleValue)));
	}

	/**
	 * With the probabilities under a share of planets estimated over just these
	 * candidates. Their verdicts have no part in that.
	 */
	RankingQuality byShifted(PriorShift shift) {
		return ranked(Arrays.stream(probabilities()).peek(shift::correct).mapToDouble((row) -> row[1]));
	}

	/**
	 * How common planets are among these candidates, by what the model says of them.
	 * @param trained how many false positives and planets were trained on
	 */
	PriorShift shift(double... trained) {
		return PriorShift.estimate(() -> {
		}, probabilities(), trained);
	}

	/**
	 * Ranked by the archive's own scores in the later table, those without one last;
	 * empty where none has one.
	 */
	Optional<RankingQuality> byArchive() {
		if (this.verdicts.stream().allMatch((verdict) -> Float.isNaN(verdict.score()))) {
			return Optional.empty();
		}
		return Optional.of(ranked(
				this.verdicts.stream().mapToDouble((verdict) -> Float.isNaN(verdict.score()) ? 0 : verdict.score())));
	}

	private double[][] probabilities() {
		return this.candidates.stream()
			.map((candidate) -> new double[] { 1 - candidate.probability(), candidate.probability() })
			.toArray(double[][]::new);
	}

	private RankingQuality ranked(DoubleStream scores) {
		boolean[] planets = new boolean[size()];
		for (int i = 0; i < planets.length; i++) {
			planets[i] = this.verdicts.get(i).planet();
		}
		return RankingQuality.of(planets, scores.toArray());
	}

}
