package io.exoscout.jobs.result;

import java.util.List;

import io.exoscout.candidate.Candidate;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Some of the decided objects of a job's table.
 *
 * @param jobId the job
 * @param model the label of its model
 * @param count how many there are in all
 * @param planetClasses the classes that mean a planet; probabilities are summed over them
 * @param judgedBy where the probabilities come from, for a person
 * @param objects those asked for, in the order asked for, each with the parts asked for
 */
record DecidedPage(String jobId, String model, int count, List<String> planetClasses, String judgedBy,
		@ArraySchema(schema = @Schema(implementation = Candidate.class)) List<Object> objects) {

	static final String PROTOCOL = "each by the model of its fold, fitted without its star; those first that it calls "
			+ "the opposite of what the archive decided, most surely first";

}
