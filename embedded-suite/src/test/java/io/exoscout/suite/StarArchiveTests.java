package io.exoscout.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Light curves of many stars in one archive, over HTTP. */
@SuiteTest
class StarArchiveTests {

	private static final String CURVES = "/exo-scout-lightcurves";

	private final Client client;

	StarArchiveTests(Client client) {
		this.client = client;
	}

	@AfterEach
	void leaveTheWorkersIdle() {
		this.client.leaveIdle();
	}

	@Test
	void allStarsOfAnArchiveEndAsOneTable() throws IOException {
		String alone = this.client.post(CURVES, Form.of(curve(41, 0, 1500))).json().get("job_id").asString();
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("stars/b/second.csv", curve(41, 700, 1500));
		files.put("stars/b/first.csv", curve(41, 0, 700));
		files.put("stars/a/only.csv", curve(42, 0, 1500));
		files.put("stars/notes/read-me.txt", "These are light curves.".getBytes(StandardCharsets.UTF_8));
		Answer answer = this.client.post(CURVES, zip(files));
		JsonNode accepted = answer.json(202);
		String batch = CURVES + "/batches/" + accepted.get("batch_id").asString();
		assertThat(answer.header("Location")).isEqualTo(batch);
		assertThat(accepted.get("queued").asInt()).as("one was there already").isEqualTo(1);
		assertThat(accepted.at("/targets/1/target").asString()).isEqualTo("stars/b");
		assertThat(accepted.at("/targets/1/job_id").asString()).isEqualTo(alone);
		assertThat(accepted.at("/refused/0/file").asString()).isEqualTo("stars/notes/read-me.txt");
		accepted.get("targets").forEach((target) -> this.client.ended(target.get("job_id").asString()));

		JsonNode standing = this.client.get(batch).json(200);
		assertThat(standing.at("/states/completed").asInt()).isEqualTo(2);
		assertThat(standing.get("missing").asInt()).isZero();
		assertThat(standing.get("ended").asBoolean()).isTrue();
		Answer csv = this.client.get(batch + "/result?format=csv");
		assertThat(csv.header("X-Missing-Targets")).isEqualTo("0");
		List<String> lines = csv.text().lines().toList();
		assertThat(lines.get(0)).startsWith("target,job_id,files,signal,tid,toi,pl_orbper,");
		assertThat(lines.subList(1, lines.size())).isSorted()
			.anyMatch((line) -> line.startsWith("stars/a,"))
			.anyMatch((line) -> line.startsWith("stars/b," + alone + ",stars/b/first.csv stars/b/second.csv,1,"));
		assertThat(this.client.get(batch + "/result?format=ndjson").text().lines()).hasSize(lines.size() - 1);
		assertThat(this.client.get(batch + "/result", "Accept", "application/x-votable+xml").text()).contains("<FIELD",
				"unit=\"d\"", "ucd=\"time.period\"", "0 of 2 targets have no outcome");
		assertThat(this.client.get(batch + "/result").json(200).get("signals").size()).isEqualTo(lines.size() - 1);
		assertThat(this.client.post(CURVES, zip(files)).json(200).get("batch_id")).isEqualTo(accepted.get("batch_id"));
	}

	@Test
	void aBatchIsCancelledAsOne() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int i = 0; i < 12; i++) {
			files.put("star-" + i + ".csv", curve(60 + i, 0, 2500));
		}
		String batch = CURVES + "/batches/" + this.client.post(CURVES, zip(files)).json(202).get("batch_id").asString();
		this.client.post(batch + "/cancel").json(200);
		JsonNode targets = this.client.get(batch + "?targets=true").json(200).get("searches");
		targets.forEach((target) -> this.client.ended(target.get("job_id").asString()));
		JsonNode standing = this.client.get(batch).json(200);
		assertThat(standing.at("/states/cancelled").asInt()).isPositive();
		assertThat(standing.get("missing").asInt()).isEqualTo(12 - standing.at("/states/completed").asInt());
	}

	@Test
	void whatHoldsNoCurveOrMeansNoGoodIsRefusedWhole() throws IOException {
		this.client.post(CURVES, zip(Map.of("a.txt", new byte[] { 'x' }))).problem(422, "not_a_light_curve");
		this.client.post(CURVES, zip(Map.of("../a.csv", curve(1, 0, 100)))).problem(400, "broken_zip");
		this.client.post(CURVES + "/inspect", zip(Map.of("a.csv", curve(1, 0, 100)))).problem(400, "invalid_parameter");
		this.client.get(CURVES + "/batches/none").problem(404, "batch_not_found");
	}

	@Test
	void aSearchComesAsVotableToo() {
		String jobId = this.client.post(CURVES, Form.of(curve(41, 0, 1500))).json().get("job_id").asString();
		this.client.awaitStatus(jobId, "completed");
		Answer table = this.client.get(CURVES + "/jobs/" + jobId + "/result?format=votable");
		assertThat(table.header("Content-Type")).startsWith("application/x-votable+xml");
		assertThat(table.text()).contains("name=\"pl_tranmid\"", "ucd=\"time.epoch\"", "light curve.01");
	}

	private static Form zip(Map<String, byte[]> files) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
			}
		}
		return new Form().file("curves.zip", BodyPublishers.ofByteArray(bytes.toByteArray()));
	}

	/** Points 20 minutes apart, with a transit every 2.9 days. */
	private static byte[] curve(int seed, int from, int to) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder("btjd,flux\n");
		for (int i = 0; i < to; i++) {
			double time = 1500 + i / 72.0;
			double away = time - 1501.3 - 2.9 * Math.round((time - 1501.3) / 2.9);
			double flux = ((Math.abs(away) < 0.06) ? 0.995 : 1) + 5e-4 * random.nextGaussian();
			if (i >= from) {
				text.append(String.format(Locale.ROOT, "%.6f,%.7f%n", time, flux));
			}
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
