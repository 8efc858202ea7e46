package io.exoscout.jobs.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.exoscout.archive.Mission;
import io.exoscout.jobs.verdict.OwnVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What is found by a name.
 *
 * @param name what was looked for
 * @param objects the objects of that name, or on the star of that name, 200 at most
 * @param jobs how many completed jobs were looked through
 * @param unlisted how many more could not be, since they were completed before there were
 * lists of objects, or their table is too large
 */
record FoundObjects(String name, List<FoundObject> objects, int jobs, int unlisted) {

	/**
	 * An object with what each model says of it.
	 *
	 * @param mission in whose tables it is
	 * @param object its name there
	 * @param star its star's name there, if it has one
	 * @param names what else they are called
	 * @param own what a person made of it
	 * @param models what each model says, newest first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record FoundObject(Mission mission, String object, @Nullable String star, List<String> names,
			@Nullable OwnVerdict own, List<Said> models) {
	}

	/**
	 * What a model says of an object.
	 *
	 * @param jobId the job that trained it
	 * @param model its label
	 * @param algorithm the learner
	 * @param createdAt when it was trained
	 * @param undecided whether the archive's table had not decided on the object
	 * @param label what the table had decided, if it had
	 * @param className the likeliest class
	 * @param probability how likely it is a planet; of decided objects by a model that
	 * had not seen its star
	 * @param rank its place among the undecided objects, or among the decided ones
	 * @param link where all there is to say of it is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Said(String jobId, String model, String algorithm, Instant createdAt, boolean undecided,
			@Nullable String label, @JsonProperty("class") String className, double probability, int rank,
			String link) {
	}

}
