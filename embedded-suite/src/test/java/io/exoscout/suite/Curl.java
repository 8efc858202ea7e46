package io.exoscout.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plain command, for what people paste into a terminal.
 *
 * @param status HTTP status
 * @param body of the answer
 */
record Curl(int status, String body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Curl run(String... arguments) {
		List<String> command = new ArrayList<>(List.of("curl", "-sS", "-w", "\n%{http_code}"));
		command.addAll(Arrays.asList(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
			int last = output.lastIndexOf('\n');
			return new Curl(Integer.parseInt(output.substring(last + 1)), output.substring(0, last));
		}
		catch (IOException ex) {
			throw new IllegalStateException("these tests need the command curl", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while waiting for curl", ex);
		}
	}

	JsonNode json(int expected) {
		assertThat(this.status).as(this.body).isEqualTo(expected);
		return JSON.readTree(this.body);
	}

}
