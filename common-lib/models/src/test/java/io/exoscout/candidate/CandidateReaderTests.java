package io.exoscout.candidate;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CandidateReaderTests {

	@Test
	void fileThatCanNotBeReadIsAnOutage() throws IOException {
		InputStream broken = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("Input/output error");
			}
		};
		try (CandidateReader reader = new CandidateReader(broken)) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(reader::next)
				.returns(ProblemKind.UNAVAILABLE, ProblemException::kind);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> reader.skip(1))
				.returns(ProblemKind.UNAVAILABLE, ProblemException::kind);
		}
	}

}
