package io.exoscout.jobs.result;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the parameters that lists of ranked objects take, each once. */
final class CandidateParameters {

	private CandidateParameters() {
	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "how many at most, 1 to 10,000; of JSON 100 if nothing is said",
			schema = @Schema(type = "integer", minimum = "1", maximum = "10000"))
	@interface Limit {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "how many to pass over, as the Link header says it",
			schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
	@interface Cursor {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(
			description = "what to show of each, with commas between: columns of the CSV, reasons, or what people made of it: own_verdict, own_tags, "
					+ "own_note; left out, all that the list has",
			example = "rank,object,probability,period")
	@interface Fields {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "a column to sort by, the largest first with - before it; left out, the rank",
			example = "-radius")
	@interface Sort {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "a part of the name of the object or its star", example = "K00752")
	@interface Name {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@Parameter(description = "only those at least as likely planets",
			schema = @Schema(type = "number", minimum = "0", maximum = "1"))
	@interface MinProbability {

	}

}
