package io.exoscout.jobs.judged;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * How a job's ranking fares by a newer table of its mission.
 *
 * @param jobId the job
 * @param model the label of its model
 * @param mission whose tables they are
 * @param ranked how many objects it ranked, none of them decided by then
 * @param judgedBy the newer table; {@code null} if there is none, and then no more is
 * said
 * @param figures how good the ranking was
 * @param decided what was decided since, best rank first
 * @param overturned objects that were decided when the model was trained, and the other
 * way by now
 * @param moved what a model of the newer table says of those still undecided;
 * {@code null} if there is none yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JudgedRanking(String jobId, String model, Mission mission, int ranked, @Nullable NewerTable judgedBy,
		@Nullable Figures figures, List<Decided> decided, List<Overturned> overturned, @Nullable Moves moved) {

	/**
	 * A table that came later.
	 *
	 * @param jobId the job it came with
	 * @param filename what the sender called it
	 * @param sha256 its digest
	 * @param uploadedAt when it came
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewerTable(String jobId, @Nullable String filename, String sha256, Instant uploadedAt) {
	}

	/**
	 * How good the ranking was.
	 *
	 * @param decided how many of the ranked objects are decided by now
	 * @param planets how many of these are planets
	 * @param expectedPlanets how many that would be by their probabilities
	 * @param undecided how many are still undecided
	 * @param gone how many are not in the newer table
	 * @param auc how well their probabilities tell planets from others; {@code null} with
	 * fewer than ten of either
	 * @param hits what became of the first ones
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Figures(int decided, int planets, double expectedPlanets, int undecided, int gone,
			@Nullable Discrimination auc, List<Hits> hits) {
	}

	/**
	 * What became of the first objects of the ranking.
	 *
	 * @param first how many are meant
	 * @param decided how many of them are decided by now
	 * @param planets how many of these are planets
	 */
	record Hits(int first, int decided, int planets) {
	}

	/**
	 * An object that was decided since.
	 *
	 * @param rank its place in the ranking
	 * @param object its name
	 * @param probability how likely a planet it was said to be
	 * @param label what the archive says now
	 * @param planet whether that means a planet
	 */
	record Decided(int rank, String object, double probability, String label, boolean planet) {
	}

	/**
	 * An object of which the archive says the opposite now.
	 *
	 * @param object its name
	 * @param probability how likely a planet it was said to be, by a model that had not
	 * seen its star
	 * @param label what the archive said then
	 * @param labelNow what it says now
	 * @param planet whether that means a planet
	 */
	record Overturned(String object, double probability, String label, String labelNow, boolean planet) {
	}

	/**
	 * Two models side by side.
	 *
	 * @param jobId the job of the newer one
	 * @param model its label
	 * @param compared how many objects are undecided for both
	 * @param meanChange how much their probabilities changed, on average
	 * @param objects those that moved most
	 */
	record Moves(String jobId, String model, int compared, double meanChange, List<Moved> objects) {
	}

	/**
	 * An object that two models see differently.
	 *
	 * @param object its name
	 * @param rank its place in the older ranking
	 * @param rankNow its place in the newer one
	 * @param probability how likely a planet it is by the older model
	 * @param probabilityNow how likely by the newer one
	 */
	record Moved(String object, int rank, int rankNow, double probability, double probabilityNow) {

		double change() {
			return Math.abs(this.probabilityNow - this.probability);
		}

	}

}
