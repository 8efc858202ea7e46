package io.exoscout.jobs.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.candidate.CandidateLine;
import io.exoscout.candidate.CandidateReader;
import org.jspecify.annotations.Nullable;

/**
 * What one job's model says of the objects of its table, in a few bytes for each.
 */
final class JobScores {

	private static final double MILLION = 1e6;

	private static final int BYTES = 12;

	private final TableNames names;

	/** From 1; negative among the decided ones; 0 where the object is in neither list. */
	private final int[] rank;

	/** Lists have no more digits. */
	private final int[] millionths;

	private final short[] className;

	private final short[] label;

	private final List<String> words = new ArrayList<>();

	JobScores(TableNames names) {
		this.names = names;
		this.rank = new int[names.size()];
		this.millionths = new int[names.size()];
		this.className = new short[names.size()];
		this.label = new short[names.size()];
	}

	/** Notes a list of the job; not called once others can see this. */
	void read(CandidateReader list, boolean undecided) throws IOException {
		try (list) {
			for (CandidateLine next = list.nextLine(); next != null; next = list.nextLine()) {
				int position = this.names.position(next.object());
				if (position >= 0 && this.rank[position] == 0) {
					this.rank[position] = undecided ? next.rank() : -next.rank();
					this.millionths[position] = (int) Math.round(next.probability() * MILLION);
					this.className[position] = word(next.className());
					this.label[position] = (next.label() != null) ? word(next.label()) : -1;
				}
			}
		}
	}

	/** Classes and labels are few. */
	private short word(String word) {
		int known = this.words.indexOf(word);
		if (known < 0) {
			this.words.add(word);
			known = this.words.size() - 1;
		}
		return (short) known;
	}

	TableNames names() {
		return this.names;
	}

	/** What is said of an object; {@code null} if it is in none of the job's lists. */
	@Nullable Score of(int position) {
		int rank = this.rank[position];
		if (rank == 0) {
			return null;
		}
		short label = this.label[position];
		return new Score(rank > 0, Math.abs(rank), this.millionths[position] / MILLION,
				this.words.get(this.className[position]), (label >= 0) ? this.words.get(label) : null);
	}

	/** About how much memory it takes, in bytes. */
	long bytes() {
		return (long) BYTES * this.names.size();
	}

	/**
	 * What a model says of an object.
	 *
	 * @param undecided whether the archive had not decided on it
	 * @param rank its place among the undecided, or among the decided
	 * @param probability how likely it is a planet
	 * @param className the likeliest class
	 * @param label what the archive had decided
	 */
	record Score(boolean undecided, int rank, double probability, String className, @Nullable String label) {
	}

}
