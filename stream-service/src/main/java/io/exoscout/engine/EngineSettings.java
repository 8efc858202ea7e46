package io.exoscout.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How streams are run.
 *
 * @param running how many are folded at once at most; others wait until one is done with
 * what there is
 * @param engine where: {@code embedded} in this process, or {@code cluster} in processes
 * of their own
 * @param role what this process is for: {@code service}, or {@code jobmanager} or
 * {@code taskmanager} of a cluster
 */
@Validated
@ConfigurationProperties("exoscout.streams")
record EngineSettings(@DefaultValue("32") @Min(1) @Max(1000) int running, @DefaultValue("embedded") Place engine,
		@DefaultValue("service") Part role) {

	/** What a process is for. */
	enum Part {

		/** It takes events, and has them folded. */
		SERVICE,
		/** It gives the TaskManagers their work. */
		JOBMANAGER,
		/** It folds. */
		TASKMANAGER

	}

	/** Where streams are folded. */
	enum Place {

		/** In this process. */
		EMBEDDED,
		/** On TaskManagers, under a JobManager. */
		CLUSTER

	}

}
