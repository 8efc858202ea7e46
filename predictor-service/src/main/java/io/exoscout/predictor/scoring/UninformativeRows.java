package io.exoscout.predictor.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.rows.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows among others that hold next to nothing of what a model looks at. Alone they would
 * be refused; among others they get little more than how common the classes are, and are
 * named.
 *
 * @param count how many there are
 * @param first where the first ones stand
 */
record UninformativeRows(long count, List<Long> first) {

	/** So many are named. */
	private static final int NAMED = 10;

	/**
	 * Finds them.
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} (code
	 * {@code missing_columns}) if there are no others
	 * @throws IOException when the rows can not be read
	 */
	static UninformativeRows of(ModelInputs inputs, RowSituation situation, RowSource source) throws IOException {
		Tally tally = new Tally(inputs, situation);
		if (situation.mayHoldNothing()) {
			try (RowSource.Rows rows = source.open(inputs)) {
				for (RowSource.Part part = rows.next(); part != null; part = rows.next()) {
					part.rows().forEach((row) -> tally.add(row.row()));
				}
			}
		}
		if (tally.count > 0 && tally.others == 0) {
			throw new InformationCheck(inputs).inNoRow(mostly(tally.blanks, tally.count));
		}
		return new UninformativeRows(tally.count, List.copyOf(tally.first));
	}

	/** Counts them. */
	private static final class Tally {

		private final RowSituation situation;

		private final int[] blanks;

		private final List<Long> first = new ArrayList<>();

		private long count;

		private long others;

		Tally(ModelInputs inputs, RowSituation situation) {
			this.situation = situation;
			this.blanks = new int[inputs.columns().size()];
		}

		void add(ObjectRow row) {
			boolean nothing = this.situation.of(row).tellsNothing();
			this.count += nothing ? 1 : 0;
			this.others += nothing ? 0 : 1;
			for (int column = 0; column < this.blanks.length; column++) {
				this.blanks[column] += Float.isNaN(row.values()[column]) ? 1 : 0;
			}
			if (nothing && this.count <= NAMED) {
				this.first.add(row.row());
			}
		}

	}

	/** The columns that most rows lack. */
	private static BitSet mostly(int[] blanks, long rows) {
		BitSet mostly = new BitSet();
		for (int column = 0; column < blanks.length; column++) {
			mostly.set(column, 2L * blanks[column] >= rows);
		}
		return mostly;
	}

	/** How many there are; {@code null} for none. */
	@Nullable Long shown() {
		return (this.count > 0) ? this.count : null;
	}

	/** What to know of them, in words. */
	List<String> notes() {
		return (this.count == 0) ? List.of() : List
			.of("%d row(s) hold so little of what the model looks at that their probabilities say little more than how common the classes are: row %s%s."
				.formatted(this.count, this.first.stream().map(String::valueOf).collect(Collectors.joining(", ")),
						(this.count > this.first.size()) ? ", …" : ""));
	}

}
