package io.exoscout.candidate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CandidateReaderTests {

	@Test
	void lineHasTheLittleThatListsAreLookedThroughFor() throws IOException {
		Candidate candidate = new Candidate(3, 7, "K00752.01", "1", "CONFIRMED", 0.75, null, 0.5, 1.0,
				List.of(new Candidate.Reason("koi_depth", 153f, 0.8, List.of("transit"))), ObjectFacts.NONE,
				"CONFIRMED", List.of(0.5, 1.0));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		CandidateFile.write(List.of(candidate), file);
		try (CandidateReader reader = new CandidateReader(new ByteArrayInputStream(file.toByteArray()))) {
			assertThat(reader.nextLine()).isEqualTo(new CandidateLine(3, "K00752.01", "CONFIRMED", 0.75, "CONFIRMED"));
			assertThat(reader.nextLine()).isNull();
		}
	}

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
