package io.exoscout.candidate;

import java.io.IOException;
import java.io.OutputStream;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file format of ranked candidates: UTF-8, one {@link Candidate} as JSON on each
 * line, in rank order. The same list always gives the same bytes.
 */
public final class CandidateFile {

	static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private CandidateFile() {
	}

	/** Writes a list; returns how many there were. */
	static int write(Iterable<Candidate> candidates, OutputStream out) throws IOException {
		int count = 0;
		for (Candidate candidate : candidates) {
			out.write(JSON.writeValueAsBytes(candidate));
			out.write('\n');
			count++;
		}
		return count;
	}

}
