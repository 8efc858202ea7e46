package io.exoscout.trainer.ranking;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.candidate.Candidate;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.objects.ObjectTable;
import io.exoscout.trainer.evaluation.PlanetClasses;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which decided objects come first, and what is said of each. */
class JudgedObjectsTests {

	private static List<Candidate> decided(Target target, List<String> classNames, double[]... probabilities) {
		ObjectTable table = new ObjectTable(Mission.KEPLER, new long[] { 1, 2, 3, 4 },
				new String[] { "K1", "K2", "", "K4" }, new String[] { "s1", "s1", "s2", "s3" },
				new String[] { "CONFIRMED", "CANDIDATE", "FALSE POSITIVE", "CONFIRMED" }, List.of(), new float[0][],
				new float[4]);
		int[] rows = (target == Target.PLANET) ? new int[] { 0, 2, 3 } : new int[] { 0, 1, 2, 3 };
		List<Candidate> decided = new ArrayList<>();
		new JudgedObjects(table, rows, new OutOfFold(new int[rows.length], probabilities), classNames,
				PlanetClasses.of(Mission.KEPLER, target, classNames))
			.forEach(decided::add);
		return decided;
	}

	@Test
	void thoseThatTheModelSeesTheOtherWayComeFirst() {
		List<Candidate> decided = decided(Target.PLANET, List.of("FALSE POSITIVE", "CONFIRMED"),
				new double[] { 0.1, 0.9 }, new double[] { 0.4, 0.6 }, new double[] { 0.8, 0.2 });
		assertThat(decided).extracting(Candidate::row).containsExactly(4L, 3L, 1L);
		assertThat(decided).extracting(Candidate::rank).containsExactly(1, 2, 3);
		assertThat(decided).extracting(Candidate::label).containsExactly("CONFIRMED", "FALSE POSITIVE", "CONFIRMED");
		assertThat(decided).extracting(Candidate::className)
			.containsExactly("FALSE POSITIVE", "CONFIRMED", "CONFIRMED");
		assertThat(decided).extracting(Candidate::probability).containsExactly(0.2, 0.6, 0.9);
	}

	@Test
	void whatIsUndecidedIsNotAmongThemWhateverIsTrainedOn() {
		List<String> classes = List.of("FALSE POSITIVE", "CANDIDATE", "CONFIRMED");
		double[] even = { 0.3, 0.3, 0.4 };
		assertThat(decided(Target.DISPOSITION, classes, even, even, even, even)).extracting(Candidate::row)
			.containsExactly(1L, 4L, 3L);
	}

	@Test
	void anObjectWithoutANameHasNone() {
		assertThat(decided(Target.PLANET, List.of("FALSE POSITIVE", "CONFIRMED"), new double[] { 0, 1 },
				new double[] { 0, 1 }, new double[] { 0, 1 })
			.get(0)).returns(null, Candidate::object).returns("s2", Candidate::star);
	}

}
