package io.exoscout.candidate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The little of a {@link Candidate} that lists are looked through for, read several times
 * as fast as all of it.
 *
 * @param rank its place in the list, from 1
 * @param object its name, if the table names objects
 * @param className the likeliest class
 * @param probability how likely it is a planet
 * @param label what the archive decided, {@code null} while it has not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CandidateLine(int rank, @Nullable String object, @JsonProperty("class") String className,
		double probability, @Nullable String label) {
}
