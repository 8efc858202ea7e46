package io.exoscout.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class DiskFilterTests {

	private static final int LARGE = 100_000;

	@TempDir
	private Path dir;

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/exo-scout-orchestrator");

	private MockHttpServletResponse answer(DataSize reserve) throws ServletException, IOException {
		DiskRoom room = new DiskRoom(List.of(new DiskDirectory(this.dir)), reserve);
		MockHttpServletResponse response = new MockHttpServletResponse();
		new DiskFilter(room, new ProblemWriter(new JsonMapper())).doFilter(this.request, response,
				new MockFilterChain());
		return response;
	}

	private MockHttpServletResponse whileFull() throws ServletException, IOException {
		return answer(DataSize.ofTerabytes(1 << 20));
	}

	@Test
	void refusesALargeBodyWhileADiskIsFull() throws ServletException, IOException {
		this.request.setContent(new byte[LARGE]);
		MockHttpServletResponse refusal = whileFull();
		assertThat(refusal.getStatus()).isEqualTo(503);
		assertThat(refusal.getContentAsString()).contains("\"disk_full\"");
	}

	@Test
	void refusesABodyOfAnyLengthWhileADiskIsFull() throws ServletException, IOException {
		this.request.addHeader("Transfer-Encoding", "chunked");
		assertThat(whileFull().getStatus()).isEqualTo(503);
	}

	@Test
	void letsJsonThroughHoweverItComes() throws ServletException, IOException {
		this.request.setContentType("application/json;charset=UTF-8");
		this.request.addHeader("Transfer-Encoding", "chunked");
		assertThat(whileFull().getStatus()).isEqualTo(200);
	}

	@Test
	void letsThroughWhatStaysInMemory() throws ServletException, IOException {
		this.request.setContent(new byte[1000]);
		assertThat(whileFull().getStatus()).isEqualTo(200);
	}

	@Test
	void letsThroughWhatHasNoBody() throws ServletException, IOException {
		assertThat(whileFull().getStatus()).isEqualTo(200);
	}

	@Test
	void letsThroughWhatThereIsRoomFor() throws ServletException, IOException {
		this.request.setContent(new byte[LARGE]);
		assertThat(answer(DataSize.ofBytes(1)).getStatus()).isEqualTo(200);
	}

}
