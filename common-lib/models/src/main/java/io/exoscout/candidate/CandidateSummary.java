package io.exoscout.candidate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all of a list of candidates.
 *
 * @param count how many there are
 * @param planetClasses the classes that mean a planet; probabilities are summed over them
 * @param rankedBy what the list is sorted by, for a person
 * @param interval what lower and upper mean, for a person
 * @param contribution what the contributions of the reasons mean, for a person
 * @param prior how common planets are, if that was estimated
 * @param notes what else to bear in mind, for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CandidateSummary(int count, List<String> planetClasses, String rankedBy, String interval,
		String contribution, @Nullable Prior prior, List<String> notes) {

	/**
	 * How common planets are among the decided and among the undecided objects.
	 *
	 * @param trainingShare share of planets among the objects trained on, 0 to 1
	 * @param estimatedShare estimated share of planets among the undecided ones, 0 to 1
	 * @param method how it was estimated, for a person
	 */
	public record Prior(double trainingShare, double estimatedShare, String method) {
	}

}
