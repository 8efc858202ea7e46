package io.exoscout.study;

import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.candidate.Candidate;
import io.exoscout.objects.ObjectTable;
import org.jspecify.annotations.Nullable;

/** Tables and candidates for tests. */
public final class MadeObjects {

	private MadeObjects() {
	}

	/** A table without columns: {@code name label} or {@code name label score} each. */
	public static ObjectTable table(Mission mission, String... objects) {
		String[][] cells = Arrays.stream(objects).map((object) -> object.split(" ", 3)).toArray(String[][]::new);
		float[] scores = new float[cells.length];
		for (int i = 0; i < scores.length; i++) {
			scores[i] = (cells[i].length > 2) ? Float.parseFloat(cells[i][2]) : Float.NaN;
		}
		String[] names = Arrays.stream(cells).map((cell) -> cell[0]).toArray(String[]::new);
		return new ObjectTable(mission, new long[cells.length], names, names,
				Arrays.stream(cells).map((cell) -> cell[1].replace('_', ' ')).toArray(String[]::new), List.of(),
				new float[0][], scores);
	}

	static Candidate candidate(String object, double probability, @Nullable Double corrected) {
		return new Candidate(1, 1, object, null, "CONFIRMED", probability, corrected, null, null, List.of());
	}

}
