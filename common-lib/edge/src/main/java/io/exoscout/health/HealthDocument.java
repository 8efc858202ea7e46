package io.exoscout.health;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How a service is, and which program it runs: what somebody who asks for help is asked
 * for first.
 *
 * @param health how it is
 * @param program version and commit
 */
record HealthDocument(@JsonUnwrapped HealthAnswer health, @JsonUnwrapped ProgramVersion program) {

	static HealthDocument of(HealthAnswer health) {
		return new HealthDocument(health, ProgramVersion.current());
	}

}
