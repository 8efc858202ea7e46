package io.exoscout.trainer.ranking;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.archive.Verdict;
import io.exoscout.candidate.Candidate;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectTable;
import io.exoscout.result.Rounded;
import io.exoscout.trainer.evaluation.PlanetClasses;

/**
 * The objects that the archive has decided on, each with what the models say that had not
 * seen its star; those first of which they say the opposite most surely. Made up one by
 * one as they are written.
 *
 * @param table what was trained on
 * @param rows the places in it of what the models were tested on
 * @param predictions what they said, in the same order
 * @param classNames the classes
 * @param planets those that mean a planet
 */
record JudgedObjects(ObjectTable table, int[] rows, OutOfFold predictions, List<String> classNames,
		PlanetClasses planets) implements Iterable<Candidate> {

	@Override
	public Iterator<Candidate> iterator() {
		int[] order = this.planets.isEmpty() ? new int[0] : order();
		return IntStream.range(0, order.length).mapToObj((place) -> object(place + 1, order[place])).iterator();
	}

	private int[] order() {
		return IntStream.range(0, this.rows.length)
			.filter((sample) -> verdict(sample) != Verdict.UNDECIDED)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer sample) -> -disagreement(sample))
				.thenComparingLong((sample) -> this.table.rows()[this.rows[sample]]))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/** How far what the models say is from the archive's verdict, 0 to 1. */
	private double disagreement(int sample) {
		double probability = probability(sample);
		return (verdict(sample) == Verdict.PLANET) ? 1 - probability : probability;
	}

	private double probability(int sample) {
		return this.planets.sum(this.predictions.probabilities()[sample]);
	}

	private Verdict verdict(int sample) {
		return this.table.mission().verdict(label(sample)).orElse(Verdict.UNDECIDED);
	}

	private String label(int sample) {
		return this.table.labels()[this.rows[sample]];
	}

	private Candidate object(int rank, int sample) {
		int place = this.rows[sample];
		String className = this.classNames.get(OutOfFold.likeliest(this.predictions.probabilities()[sample]));
		return new Candidate(rank, this.table.rows()[place], LazyCandidates.named(this.table.objects()[place]),
				LazyCandidates.named(this.table.stars()[place]), className, Rounded.sixDigits(probability(sample)),
				null, null, null, List.of(), ObjectFacts.NONE, label(sample), null);
	}

}
