package io.exoscout.study;

import java.util.List;
import java.util.Map;

import io.exoscout.candidate.Candidate;
import io.exoscout.trainer.ranking.PriorShift;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static io.exoscout.study.MadeObjects.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class LaterVerdictsTests {

	private static final Verdicts VERDICTS = new Verdicts(Map.of("K1", new Verdicts.Later(true, 0.2f), "K2",
			new Verdicts.Later(false, 0.4f), "K3", new Verdicts.Later(true, Float.NaN)));

	private static final List<Candidate> CANDIDATES = List.of(candidate("K1", 0.9, 0.95), candidate("K9", 0.8, 0.9),
			candidate("K3", 0.6, 0.7), candidate("K2", 0.2, 0.3));

	private static final LaterVerdicts JUDGED = LaterVerdicts.of(CANDIDATES, VERDICTS);

	@Test
	void areTheCandidatesWithAVerdict() {
		assertThat(JUDGED.candidates()).extracting(Candidate::object).containsExactly("K1", "K3", "K2");
		assertThat(JUDGED.share()).isEqualTo(2.0 / 3);
		assertThat(JUDGED.byProbability().rocAuc()).hasValue(1);
	}

	@Test
	void rowsWithoutAnArchiveScoreRankLast() {
		// planets have 0.2 and none, the false positive 0.4
		assertThat(JUDGED.byArchive().orElseThrow().rocAuc()).hasValue(0);
	}

	@Test
	void tablesWithoutAnArchiveScoreHaveNoSuchRanking() {
		Verdicts none = new Verdicts(Map.of("K1", new Verdicts.Later(true, Float.NaN)));
		assertThat(LaterVerdicts.of(CANDIDATES, none).byArchive()).isEmpty();
	}

	@Test
	void takesTheCorrectionOfTheCandidates() {
		assertThat(JUDGED.byCorrected().orElseThrow().calibrationError()).isEqualTo((0.05 + 0.3 + 0.3) / 3,
				Offset.offset(1e-12));
	}

	@Test
	void candidatesMayNotBeCorrected() {
		assertThat(LaterVerdicts.of(List.of(candidate("K1", 0.9, null)), VERDICTS).byCorrected()).isEmpty();
	}

	@Test
	void theShareOfPlanetsIsEstimatedFromWhatTheModelSays() {
		Verdicts reversed = new Verdicts(Map.of("K1", new Verdicts.Later(false, 0), "K2", new Verdicts.Later(true, 0),
				"K3", new Verdicts.Later(false, 0)));
		PriorShift shift = JUDGED.shift(69, 31);
		assertThat(shift.estimated()[1]).isGreaterThan(0.31);
		assertThat(LaterVerdicts.of(CANDIDATES, reversed).shift(69, 31).estimated()).isEqualTo(shift.estimated());
	}

	@Test
	void theEstimatedShareMovesProbabilities() {
		LaterVerdicts one = LaterVerdicts.of(List.of(candidate("K1", 0.5, null)), VERDICTS);
		PriorShift tripled = new PriorShift(new double[] { 0.5, 0.5 }, new double[] { 0.25, 0.75 }, 1, true);
		assertThat(one.byShifted(tripled).calibrationError()).isEqualTo(0.25, Offset.offset(1e-12));
	}

	@Test
	void starsWithoutANameStandForThemselves() {
		assertThat(JUDGED.stars()).containsExactly("object K1", "object K3", "object K2");
	}

}
