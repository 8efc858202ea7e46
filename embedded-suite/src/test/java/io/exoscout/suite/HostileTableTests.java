package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.exoscout.dataset.MadeTables;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that nobody sends in good faith, or that something went wrong with. */
@SuiteTest
class HostileTableTests {

	private final Client client;

	private final RunningSuite suite;

	HostileTableTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	@AfterEach
	void livesOn() {
		this.client.assertHealthy();
	}

	private Answer upload(String table) {
		return this.client.upload(WrittenTable.bytes(table), "{}");
	}

	private static String table() {
		return new String(WrittenTable.kepler(500, 120), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "# only\n# comments\n", "\uFEFF" })
	void refusesAFileWithoutATable(String nothing) {
		assertThat(upload(nothing).problem(400, "empty_file")).contains("header");
	}

	@Test
	void refusesAHeaderWithoutRows() {
		assertThat(upload(WrittenTable.HEADER + "\n").problem(422, "no_rows")).contains("no rows");
	}

	@Test
	void refusesTenThousandColumns() {
		String columns = IntStream.range(0, 10_000).mapToObj((i) -> "c" + i).collect(Collectors.joining(","));
		assertThat(upload(columns + "\n").problem(413, "too_many_columns")).contains("10000", "2000");
	}

	@Test
	void refusesACellThatIsTooLong() {
		String table = table().replaceFirst("seen", "x".repeat(70_000));
		assertThat(upload(table).problem(413, "cell_too_large")).contains("70000", "65536", "line 2");
	}

	@Test
	void refusesBinaryData() {
		byte[] noise = new byte[100_000];
		new Random(1).nextBytes(noise);
		noise[0] = 'k';
		assertThat(this.client.upload(noise, "{}").status()).isEqualTo(400);
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 };
		assertThat(this.client.upload(png, "{}").status()).isEqualTo(400);
		assertThat(upload("kepid,\0\n").problem(400, "not_text")).contains("NUL");
	}

	@Test
	void refusesAPackedFileThatIsCutShort() {
		byte[] packed = MadeTables.gzip(WrittenTable.bytes(table()));
		byte[] half = Arrays.copyOf(packed, packed.length / 2);
		assertThat(this.client.upload(half, "{}").problem(400, "broken_gzip")).contains("gzip");
	}

	@Test
	void refusesDuplicateColumns() {
		String table = table().replaceFirst("koi_impact", "koi_prad");
		assertThat(upload(table).problem(400, "duplicate_column")).contains("koi_prad");
	}

	@Test
	void refusesRaggedRowsAndNamesTheLine() {
		String table = "# comment\n" + table().replaceFirst(",seen\\R", ",seen,twice\n");
		Answer answer = upload(table);
		assertThat(answer.problem(400, "ragged_row")).contains("Line 3", "11 cells", "10");
		assertThat(answer.json().get("errors").get(0).get("line").asInt()).isEqualTo(3);
	}

	@Test
	void refusesARowThatLacksACellInTheMiddle() {
		String table = table().replaceFirst("CANDIDATE,", "");
		assertThat(upload(table).problem(400, "ragged_row")).contains("9 cells", "10");
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() {
		assertThat(upload(table().replaceFirst("seen", "\"seen")).problem(400, "broken_quoting")).contains("quoted");
	}

	@Test
	void takesNumbersThatAreNoneForMissing() {
		String table = table() + "7,K77777.01,CANDIDATE,NaN,inf,1e999,-Infinity,nan,5000,seen\n";
		JsonNode job = this.client.trained(WrittenTable.bytes(table), WrittenTable.QUICK);
		assertThat(job.get("report").get("used").size()).isEqualTo(6);
		assertThat(job.get("report").get("notes").toString()).contains("koi_depth", "1e999");
		JsonNode predictions = this.client
			.post(Client.PREDICTIONS + "?explain=6",
					Form.of(WrittenTable.bytes(table)).with("job_id", job.get("job_id").asString()))
			.json(200)
			.get("predictions");
		JsonNode last = predictions.get(predictions.size() - 1);
		assertThat(last.get("object").asString()).isEqualTo("K77777.01");
		assertThat(last.get("probability").asDouble()).isBetween(0.5, 1.0);
		Set<String> none = Set.of("koi_period", "koi_impact", "koi_duration", "koi_depth", "koi_prad");
		assertThat(last.get("explanation").valueStream())
			.filteredOn((entry) -> none.contains(entry.get("feature").asString()))
			.isNotEmpty()
			.allSatisfy((entry) -> assertThat(entry.get("value").isNull()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "../../strayed", "..\\\\..\\\\strayed", "/etc/strayed", "strayed%2f..%2f..", "C:\\\\strayed" })
	void usesNoFileNameAsAPath(String filename) {
		Form form = new Form().file(filename, BodyPublishers.ofByteArray(WrittenTable.kepler(501, 120)))
			.with("params", WrittenTable.QUICK);
		Answer answer = this.client.post(Client.UPLOADS, form);
		assertThat(answer.status()).as(answer.text()).isIn(200, 202);
		assertThat(answer.json().get("dataset").get("filename").asString()).doesNotContain("/", "\\");
		assertThat(this.client.ended(answer.json().get("job_id").asString()).get("status").asString())
			.isEqualTo("completed");
		for (String place : new String[] { "../../strayed", "../strayed", "strayed", "blobs/strayed", "uploads/strayed",
				"spool/strayed" }) {
			assertThat(Files.exists(this.suite.home().resolve(place))).as(place).isFalse();
		}
		assertThat(Files.exists(Path.of("/etc/strayed"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd()", "+1+1", "-2+3", "@SUM(A1)" })
	void exportsNoFormula(String formula) {
		String table = table().replaceFirst("K00001.01", formula);
		String jobId = this.client.trained(WrittenTable.kepler(500, 120), WrittenTable.QUICK).get("job_id").asString();
		Form form = Form.of(WrittenTable.bytes(table)).with("job_id", jobId);
		String csv = this.client.post(Client.PREDICTIONS, form, "Accept", "text/csv").text();
		assertThat(csv.lines().skip(1).findFirst().orElseThrow()).startsWith("1,'" + formula + ",");
		assertThat(
				this.client.post(Client.PREDICTIONS, form).json(200).get("predictions").get(0).get("object").asString())
			.isEqualTo(formula);
	}

	@Test
	void takesLabelsThatLookLikeOperatorsForOtherOnes() {
		String table = table().replaceFirst("(CANDIDATE)", "\\$where").replaceFirst("(CANDIDATE)", "a.b");
		JsonNode job = this.client.trained(WrittenTable.bytes(table), WrittenTable.QUICK);
		assertThat(job.get("report").get("labels").get("(other)").asInt()).isEqualTo(2);
	}

	@Test
	void leavesNothingOfARefusedTable() {
		Set<Path> before = Home.bytesAtRest(this.suite);
		upload(table().replaceFirst("koi_impact", "koi_prad")).problem(400, "duplicate_column");
		upload("a,b\n1,2\n").problem(422, "unknown_schema");
		assertThat(Home.bytesAtRest(this.suite)).isEqualTo(before);
	}

}
