package io.exoscout.suite;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.attack.Attack;
import io.exoscout.attack.AttackOutcome;
import io.exoscout.attack.Attacks;
import io.exoscout.caller.NamedKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A suite for several, each with a key: who may do what, and what of it is recorded. */
class RoleAttackTests {

	private static final String RITA = NamedKey.random();

	private static final String ADA = NamedKey.random();

	private static final String BOB = NamedKey.random();

	private static final String ROOT = NamedKey.random();

	private static final byte[] TABLE = WrittenTable.kepler(900, 120);

	private static final String VERDICT = "/exo-scout-jobs-api/objects/K00001.01/verdict?mission=kepler";

	private static final String AUDIT = "/exo-scout-jobs-api/audit";

	private static final String ALIAS = Client.PREDICTIONS + "/models/aliases/champion";

	@TempDir
	private static Path home;

	private static RunningSuite suite;

	private static Client client;

	private static String job;

	private static String planet;

	@BeforeAll
	static void start() {
		String keys = "rita:reader:%s,ada:analyst:%s,bob:analyst:%s,root:admin:%s".formatted(NamedKey.digest(RITA),
				NamedKey.digest(ADA), NamedKey.digest(BOB), NamedKey.digest(ROOT));
		suite = RunningSuite.start("--exoscout.home=" + home, "--server.port=0", "--exoscout.security.keys=" + keys,
				"--exoscout.security.wrong-keys-per-minute=1000000");
		client = new Client(suite.url());
		job = upload(ADA).json(202).get("job_id").asString();
		await().atMost(Duration.ofMinutes(5))
			.until(() -> get(RITA, Client.JOBS + "/" + job).json(200).get("status").asString().equals("completed"));
		planet = planet(ADA);
		send(ADA, "PUT", VERDICT, "{\"verdict\": \"planet\"}").json(201);
		send(ADA, "PUT", ALIAS, "{\"model\": \"%s\"}".formatted(job)).json(201);
	}

	@AfterAll
	static void stop() {
		suite.close();
	}

	private static Answer upload(String key) {
		return client.post(Client.UPLOADS, Form.of(TABLE).with("params", WrittenTable.QUICK), "X-API-Key", key);
	}

	private static String planet(String key) {
		return send(key, "POST", "/save-exoplanet", "{\"nombre\": \"a planet\"}").json(201).get("id").asString();
	}

	private static Answer get(String key, String path) {
		return client.get(path, "X-API-Key", key);
	}

	private static Answer send(String key, String method, String path, String json, String... headers) {
		List<String> all = new ArrayList<>(List.of("X-API-Key", key, "Content-Type", "application/json"));
		all.addAll(List.of(headers));
		return client.send(method, path, BodyPublishers.ofString(json), all.toArray(String[]::new));
	}

	private static Answer delete(String key, String path) {
		return send(key, "DELETE", path, "", "If-Match", "*");
	}

	@Test
	void noCallerGetsFurtherThanHisRoleAndNothingOfAnotherChanges() throws Exception {
		List<Attack> all = Attacks.byCallers(job, planet, RITA, BOB);
		assertThat(all).hasSizeGreaterThan(800);
		List<AttackOutcome> outcomes = AttackRun.send(all, client, "roles.md");
		assertThat(outcomes.stream().filter((one) -> one.fault() != null)).isEmpty();
		assertThat(get(RITA, Client.JOBS + "/" + job).json(200).get("status").asString()).isEqualTo("completed");
		assertThat(get(RITA, VERDICT).json(200).get("verdict").asString()).isEqualTo("planet");
		assertThat(get(RITA, ALIAS).json(200).get("model_id").asString()).isEqualTo(job);
		get(RITA, "/get-exoplanets/" + planet).json(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/docs", "/swagger-ui/index.html", "/v3/api-docs/jobs", "/health" })
	void whatIsForEverybodyAsksNobody(String path) {
		assertThat(client.get(path).status()).isIn(200, 302);
	}

	@Test
	void aReaderAsksModelsButHasNoJobMadeOfIt() {
		Form rows = Form.of(TABLE).with("job_id", job);
		assertThat(client.post(Client.PREDICTIONS, rows, "X-API-Key", RITA).status()).isEqualTo(200);
		assertThat(client.post(Client.PREDICTIONS + "?mode=job", rows, "X-API-Key", RITA).problem(403, "forbidden"))
			.contains("'rita'", "role analyst");
		assertThat(client.post(Client.PREDICTIONS, rows.with("mode", "job"), "X-API-Key", RITA).status())
			.isEqualTo(403);
		assertThat(upload(RITA).problem(403, "forbidden")).contains("role analyst");
	}

	@Test
	void aColleagueSeesWhoseThingsAreAndLeavesThemAlone() {
		assertThat(get(BOB, Client.JOBS + "/" + job).json(200).get("owner").asString()).isEqualTo("ada");
		for (String deed : List.of("/cancel", "/retry")) {
			assertThat(send(BOB, "POST", Client.JOBS + "/" + job + deed, "").problem(403, "forbidden"))
				.contains("belongs to 'ada'");
		}
		for (String thing : List.of(Client.JOBS + "/" + job, "/get-exoplanets/" + planet, ALIAS, VERDICT)) {
			assertThat(delete(BOB, thing).problem(403, "forbidden")).contains("belongs to 'ada'", "'bob'");
		}
		assertThat(send(BOB, "PUT", VERDICT, "{\"verdict\": \"unsure\"}", "If-Match", "*").problem(403, "forbidden"))
			.contains("'ada'");
		String model = "{\"model\": \"%s\"}".formatted(job);
		assertThat(send(BOB, "PUT", ALIAS, model, "If-Match", "*").problem(403, "forbidden")).contains("'ada'");
		assertThat(send(BOB, "PUT", Client.PREDICTIONS + "/models/aliases/mine", model).problem(403, "forbidden"))
			.as("an alias would keep her from deleting it")
			.contains("'ada'");
	}

	@Test
	void whoSendsTheSameTableFindsTheJobOfWhoWasFirst() {
		JsonNode found = upload(BOB).json(200);
		assertThat(found.get("job_id").asString()).isEqualTo(job);
		assertThat(found.get("owner").asString()).isEqualTo("ada");
		assertThat(get(BOB, Client.JOBS + "?owner=ada").json(200)).hasSize(1);
		assertThat(get(BOB, Client.JOBS + "?owner=bob").json(200)).isEmpty();
	}

	@Test
	void anAnalystDoesAsHeLikesWithHisOwnAndAnAdminWithAll() {
		assertThat(delete(BOB, "/get-exoplanets/" + planet(BOB)).status()).isEqualTo(200);
		assertThat(delete(ROOT, "/get-exoplanets/" + planet(BOB)).status()).isEqualTo(200);
	}

	@Test
	void anAdminReadsWhoDidWhatAndNobodyElseDoes() {
		String refused = "/get-exoplanets/" + planet;
		delete(BOB, refused).problem(403, "forbidden");
		get(ADA, AUDIT).problem(403, "forbidden");
		await().untilAsserted(() -> assertThat(get(ROOT, AUDIT + "?caller=bob&status=403&method=DELETE").json(200)
			.valueStream()
			.map((deed) -> deed.get("path").asString())).contains(refused));
		JsonNode deed = get(ROOT, AUDIT + "?caller=bob&status=403&method=DELETE&limit=1").json(200).get(0);
		assertThat(deed.get("route").asString()).isEqualTo("/get-exoplanets/{id}");
		assertThat(deed.get("role").asString()).isEqualTo("analyst");
		assertThat(deed.get("code").asString()).isEqualTo("forbidden");
		await().untilAsserted(() -> assertThat(get(ROOT, AUDIT + "?format=csv&caller=ada").text())
			.startsWith("time,caller,role,address,method,path,route,target,status,code,id")
			.contains(",ada,analyst,127.0.0.1,POST,/exo-scout-orchestrator,/exo-scout-orchestrator," + Client.JOBS + "/"
					+ job + ",202,,")
			.contains(",ada,analyst,127.0.0.1,GET,/exo-scout-jobs-api/audit,", ",403,forbidden,")
			.doesNotContain(ADA, "rita"));
	}

}
