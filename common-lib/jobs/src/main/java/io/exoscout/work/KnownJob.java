package io.exoscout.work;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.job.Job;

/**
 * The answer to an upload that is already a job.
 *
 * @param job the job document
 * @param duplicate always {@code true}
 * @param notes what is to be known besides, in words
 */
public record KnownJob(@JsonUnwrapped Job job, boolean duplicate,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {
}
