package io.exoscout.jobs.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.candidate.CandidateLine;
import io.exoscout.jobs.judged.JudgedRanking.Decided;
import io.exoscout.jobs.judged.JudgedRanking.Figures;
import io.exoscout.jobs.judged.JudgedRanking.Hits;

/** Counts what became of a ranking's objects, in rank order. */
final class RankingTally {

	private static final int[] FIRST = { 10, 20, 50, 100, 200, 500, 1000 };

	private static final double MILLION = 1e6;

	private final List<Decided> decided = new ArrayList<>();

	private int ranked;

	private int undecided;

	private int gone;

	/** An object that the newer table does not have, or does not name. */
	void gone() {
		this.ranked++;
		this.gone++;
	}

	/** An object that nobody has decided on yet. */
	void undecided() {
		this.ranked++;
		this.undecided++;
	}

	/** An object that was decided since. */
	void decided(CandidateLine candidate, String object, String label, boolean planet) {
		this.ranked++;
		this.decided.add(new Decided(candidate.rank(), object, candidate.probability(), label, planet));
	}

	/** The objects that were decided since. */
	List<Decided> decided() {
		return this.decided;
	}

	Figures figures() {
		double expected = this.decided.stream().mapToDouble(Decided::probability).sum();
		return new Figures(this.decided.size(), planets(this.decided), Math.round(expected * MILLION) / MILLION,
				this.undecided, this.gone, Discrimination.of(scores(true), scores(false)), hits());
	}

	private List<Hits> hits() {
		return IntStream.of(FIRST).filter((first) -> first <= this.ranked).mapToObj((first) -> {
			List<Decided> among = this.decided.stream().filter((one) -> one.rank() <= first).toList();
			return new Hits(first, among.size(), planets(among));
		}).toList();
	}

	private double[] scores(boolean planets) {
		return this.decided.stream()
			.filter((one) -> one.planet() == planets)
			.mapToDouble(Decided::probability)
			.toArray();
	}

	private static int planets(List<Decided> decided) {
		return (int) decided.stream().filter(Decided::planet).count();
	}

}
