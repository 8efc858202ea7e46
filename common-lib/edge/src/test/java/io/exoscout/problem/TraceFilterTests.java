package io.exoscout.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceFilterTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	@ParameterizedTest
	@ValueSource(strings = { "00-" + TRACE + "-00f067aa0ba902b7-01", "00-" + TRACE + "-00f067aa0ba902b7-00",
			"cc-" + TRACE + "-00f067aa0ba902b7-01", "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-holds" })
	void validTraceparentIsTaken(String traceparent) {
		assertThat(TraceFilter.traceId(traceparent)).isEqualTo(TRACE);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", TRACE, "ff-" + TRACE + "-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + TRACE + "-0000000000000000-01",
			"00-" + TRACE + "-00f067aa0ba902b7-01-more", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-" + TRACE + "-00f067aa0ba902b7-01\n" })
	void otherwiseANewIdIsMade(String traceparent) {
		assertThat(TraceFilter.traceId(traceparent)).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
	}

	@Test
	void newIdsDiffer() {
		assertThat(TraceFilter.traceId((String) null)).isNotEqualTo(TraceFilter.traceId((String) null));
	}

}
