package io.exoscout.jobs.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.candidate.Candidate;
import io.exoscout.jobs.verdict.OwnVerdict;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say of one object of a job's table.
 *
 * @param jobId the job
 * @param model the label of its model
 * @param undecided whether the archive has not decided on it
 * @param candidate what its list has, and what the model of each fold says
 * @param columns what the table says of it
 * @param explanation how the job's model comes to its probability
 * @param company the other objects on its star, likeliest planets first
 * @param notes what to bear in mind
 * @param own what a person made of it; {@code null} if nobody said anything
 */
record OneObject(String jobId, String model, boolean undecided, @JsonUnwrapped Candidate candidate, List<Cell> columns,
		Waterfall explanation, List<Companion> company, List<String> notes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OwnVerdict own) {

	/**
	 * A column of the table.
	 *
	 * @param name the archive's name for it
	 * @param value what stands there, {@code null} if nothing does
	 * @param unit of the value, blank where there is none
	 * @param meaning what it holds, in words
	 * @param used whether the model looks at it, by itself or in something computed
	 */
	record Cell(String name, @Nullable Float value, String unit, String meaning, boolean used) {
	}

	/**
	 * Another object on the same star.
	 *
	 * @param object its name
	 * @param undecided whether the archive has not decided on it
	 * @param label what the archive decided, if it did
	 * @param probability how likely it is a planet
	 * @param period orbital period in days
	 * @param radius in Earth radii
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Companion(@Nullable String object, boolean undecided, @Nullable String label, double probability,
			@Nullable Float period, @Nullable Float radius) {

		static Companion of(Candidate other, boolean undecided) {
			return new Companion(other.object(), undecided, other.label(), other.probability(), other.facts().period(),
					other.facts().radius());
		}

	}

}
