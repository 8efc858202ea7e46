package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.store.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One table in other forms is the same job and gets the same answers. */
@SuiteTest
class FileFormTests {

	private static final String TABLE = new String(WrittenTable.kepler(900, 120), StandardCharsets.UTF_8);

	private final Client client;

	FileFormTests(Client client) {
		this.client = client;
	}

	@AfterEach
	void leaveTheWorkerIdle() {
		this.client.leaveIdle();
	}

	@Test
	void isTheSameJobAndTheSamePredictions() {
		String jobId = this.client.trained(WrittenTable.bytes(TABLE), WrittenTable.QUICK).get("job_id").asString();
		JsonNode expected = predictions(jobId, WrittenTable.bytes(TABLE));
		for (byte[] sent : List.of(semicolons(), json(), TABLE.getBytes(StandardCharsets.UTF_16))) {
			JsonNode known = this.client.upload(sent, WrittenTable.QUICK).json(200);
			assertThat(known.get("job_id").asString()).isEqualTo(jobId);
			assertThat(predictions(jobId, sent)).isEqualTo(expected);
		}
	}

	@Test
	void inspectSaysWhatFormWasRead() {
		JsonNode report = this.client.post(Client.UPLOADS + "/inspect", Form.of(semicolons())).json(200);
		assertThat(report.toString()).contains("semicolons", "Decimal commas");
		assertThat(this.client.post(Client.UPLOADS + "/inspect", Form.of(json())).json(200).toString())
			.contains("120 record(s)");
	}

	@Test
	void whatIsNoTableIsNamedEverywhere() {
		byte[] page = WrittenTable.bytes("<!DOCTYPE html><html><body>Please log in</body></html>");
		this.client.upload(page, "{}").problem(422, "html_page");
		this.client.post(Client.UPLOADS + "/inspect", Form.of(page)).problem(422, "html_page");
		String jobId = this.client.trained(WrittenTable.bytes(TABLE), WrittenTable.QUICK).get("job_id").asString();
		this.client.post(Client.PREDICTIONS, Form.of(page).with("job_id", jobId)).problem(422, "html_page");
	}

	@Test
	void aJobKeepsTheDigestOfTheFileAsItWasSent() {
		String table = TABLE + "7,K99999.01,CANDIDATE,1,2,3,4,0.5,5000,seen\n";
		byte[] sent = WrittenTable.bytes(table.replace(',', ';'));
		JsonNode dataset = this.client.trained(sent, WrittenTable.QUICK).get("dataset");
		assertThat(dataset.get("sha256").asString()).isEqualTo(Digests.sha256(WrittenTable.bytes(table)));
		assertThat(dataset.get("sent_sha256").asString()).isEqualTo(Digests.sha256(sent));
	}

	private JsonNode predictions(String jobId, byte[] sent) {
		return this.client.post(Client.PREDICTIONS, Form.of(sent).with("job_id", jobId)).json(200).get("predictions");
	}

	private static byte[] semicolons() {
		return WrittenTable.bytes("sep=;\r\n"
				+ TABLE.replace(',', ';').replaceAll("(?<=;-?\\d{1,9})\\.(?=\\d+(;|\n))", ",").replace("\n", "\r\n"));
	}

	private static byte[] json() {
		List<String[]> rows = TABLE.lines().map((line) -> line.split(",", -1)).toList();
		return WrittenTable.bytes(rows.stream()
			.skip(1)
			.map((row) -> IntStream.range(0, row.length)
				.mapToObj((i) -> "\"" + rows.get(0)[i] + "\": " + (row[i].isEmpty() ? "null" : "\"" + row[i] + "\""))
				.collect(Collectors.joining(", ", "{", "}")))
			.collect(Collectors.joining(",\n", "[", "]")));
	}

}
