package io.exoscout.security;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.caller.KeyFile;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Callers of each role, by keys of the settings, keys of a file and tokens. */
@ExtendWith(OutputCaptureExtension.class)
class NamedCallerTests {

	private static final String READER = NamedKey.random();

	private static final String ANALYST = NamedKey.random();

	private static final String ADMIN = "an-admin-of-old-times";

	/** Where an analyst may send something, and nobody is there to answer. */
	private static final String FOR_ANALYSTS = "/exo-scout-orchestrator";

	@TempDir
	static Path home;

	private static Issuer issuer;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() {
		issuer = new Issuer();
		server = EdgeServer.start(home, "exoscout.security.api-keys=" + ADMIN, "exoscout.security.keys[0].name=rita",
				"exoscout.security.keys[0].role=reader", "exoscout.security.keys[0].sha256=" + NamedKey.digest(READER),
				"exoscout.security.keys[1].name=ada", "exoscout.security.keys[1].role=analyst",
				"exoscout.security.keys[1].sha256=" + NamedKey.digest(ANALYST),
				"exoscout.security.issuer=" + issuer.uri(), "exoscout.security.roles-claim=realm_access.roles");
	}

	@AfterAll
	static void stop() {
		server.close();
		issuer.close();
	}

	private int post(String path, String key) {
		return this.wire.post(path, "{}", "X-API-Key", key).statusCode();
	}

	@Test
	void aReaderLooksAndSendsNothing() {
		assertThat(this.wire.get("/fine", "X-API-Key", READER).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = this.wire.post(FOR_ANALYSTS, "{}", "X-API-Key", READER);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(Wire.json(refused).get("code").asString()).isEqualTo("forbidden");
		assertThat(Wire.json(refused).get("detail").asString())
			.isEqualTo("You are 'rita', with the role reader. The role analyst is needed for this.");
	}

	@Test
	void anAnalystDoesWhatAnalystsDoAndNoMore() {
		assertThat(post(FOR_ANALYSTS, ANALYST)).as("let through, to nobody").isEqualTo(404);
		assertThat(post("/map", ANALYST)).isEqualTo(403);
		assertThat(this.wire.get("/exo-scout-predictor/audit", "X-API-Key", ANALYST).statusCode()).isEqualTo(403);
	}

	@Test
	void aKeyWithoutANameIsAnAdmins() {
		assertThat(post("/map", ADMIN)).isEqualTo(200);
		assertThat(this.wire.get("/exo-scout-predictor/audit", "X-API-Key", ADMIN).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exo-scout-orchestrator/", "/%65xo-scout-orchestrator", "//exo-scout-orchestrator",
			"/exo-scout-orchestrator;a=b", "/./exo-scout-orchestrator", "/exo-scout-orchestrator/inspect/..",
			"/exo-scout-orchestrator%2f", "/EXO-SCOUT-ORCHESTRATOR", "/exo-scout-orchestrator%00",
			"/exo-scout-orchestrator?_method=GET" })
	void noWayOfWritingAnAddressLetsAReaderIn(String path) throws IOException {
		for (String more : List.of("", "X-HTTP-Method-Override: GET\r\n", "X-Original-URL: /fine\r\n")) {
			assertThat(this.wire.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + READER + "\r\n"
					+ more + "Content-Length: 0\r\nConnection: close\r\n\r\n"))
				.containsPattern("^HTTP/1.1 (400|403)");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "POSTX", "TRACE" })
	void noOtherVerbLetsAReaderIn(String method) throws IOException {
		assertThat(this.wire.raw(method + " /fine HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + READER
				+ "\r\nConnection: close\r\n\r\n"))
			.containsPattern("^HTTP/1.1 (400|403|405|501)");
	}

	@Test
	void whoHasShownNothingIsAskedWhoHeIs() {
		assertThat(this.wire.post("/map", "{}").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{}|403", "{\"roles\":[\"admin\"]}|403",
					"{\"realm_access\":{\"roles\":[\"analyst\",\"other\"]}}|404",
					"{\"realm_access\":{\"roles\":[\"exoscout:admin\"]}}|404",
					"{\"scope\":\"openid exoscout:analyst\"}|404", "{\"scope\":\"analyst admin\"}|403",
					"{\"realm_access\":{\"roles\":[\"none\",1,null]}}|403", "{\"realm_access\":\"admin\"}|403" })
	void aTokenHasTheRolesOfItsClaims(String claims, int status) {
		Map<String, ?> all = new JsonMapper().readValue(claims, new TypeReference<>() {
		});
		String token = issuer.token(all);
		assertThat(this.wire.get("/fine", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
		assertThat(this.wire.post(FOR_ANALYSTS, "{}", "Authorization", "Bearer " + token).statusCode())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "ä", "a\u0000" })
	void aTokenWithoutASubjectToCallSomebodyByIsNone(String subject) {
		assertThat(
				this.wire.get("/fine", "Authorization", "Bearer " + issuer.token(Map.of("sub", subject))).statusCode())
			.isEqualTo(401);
	}

	@Test
	void aKeyIsBelievedAsSoonAsItIsInTheFileAndNoLongerThanThat(CapturedOutput output) {
		KeyFile file = new KeyFile(home.resolve("keys"));
		String key = NamedKey.random();
		assertThat(this.wire.get("/fine", "X-API-Key", key).statusCode()).isEqualTo(401);
		file.add(new NamedKey("eve", Role.READER, NamedKey.digest(key)));
		Awaitility.await().until(() -> this.wire.get("/fine", "X-API-Key", key).statusCode() == 200);
		assertThat(post(FOR_ANALYSTS, key)).isEqualTo(403);
		file.revoke("eve");
		Awaitility.await().until(() -> this.wire.get("/fine", "X-API-Key", key).statusCode() == 401);
		assertThat(output).doesNotContain(key, NamedKey.digest(key));
	}

	@Test
	void whatASuiteAsksForChangesWithTheFirstKeyAndStaysSo(@TempDir Path other) throws IOException {
		try (EdgeServer open = EdgeServer.start(other)) {
			assertThat(open.wire().post("/map", "{}").statusCode()).isEqualTo(200);
			KeyFile file = new KeyFile(other.resolve("keys"));
			file.add(new NamedKey("eve", Role.READER, NamedKey.digest(READER)));
			Awaitility.await().until(() -> open.wire().post("/map", "{}").statusCode() == 401);
			assertThat(open.wire().get("/fine", "X-API-Key", READER).statusCode()).isEqualTo(200);
			Files.delete(file.path());
			Awaitility.await().until(() -> open.wire().get("/fine", "X-API-Key", READER).statusCode() == 401);
			assertThat(open.wire().get("/fine").statusCode()).as("a file that got lost").isEqualTo(401);
		}
	}

	@Test
	void ofAFileThatIsDamagedWhileTheServiceRunsNoKeyIsBelieved(@TempDir Path other, CapturedOutput output)
			throws IOException {
		KeyFile file = new KeyFile(other.resolve("keys"));
		file.add(new NamedKey("eve", Role.READER, NamedKey.digest(READER)));
		try (EdgeServer guarded = EdgeServer.start(other)) {
			assertThat(guarded.wire().get("/fine", "X-API-Key", READER).statusCode()).isEqualTo(200);
			Files.writeString(file.path(), "eve reader\n");
			Awaitility.await().until(() -> guarded.wire().get("/fine", "X-API-Key", READER).statusCode() == 401);
			assertThat(output).contains("None of the keys in", "line 1");
		}
	}

	@Test
	void keysMayStandInOneVariableOfTheEnvironment(@TempDir Path other) {
		String keys = "rita:reader:%s,ada:analyst:%s".formatted(NamedKey.digest(READER), NamedKey.digest(ANALYST));
		try (EdgeServer guarded = EdgeServer.start(other, "exoscout.security.keys=" + keys)) {
			assertThat(guarded.wire().get("/fine").statusCode()).isEqualTo(401);
			assertThat(guarded.wire().post(FOR_ANALYSTS, "{}", "X-API-Key", READER).statusCode()).isEqualTo(403);
			assertThat(guarded.wire().post(FOR_ANALYSTS, "{}", "X-API-Key", ANALYST).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void aKeyOfTheFileDoesNotPassForOneOfTheSettings(@TempDir Path other, CapturedOutput output) throws IOException {
		Map<String, String> keys = new LinkedHashMap<>();
		List.of("rita", "api-key-1", "bob").forEach((name) -> keys.put(name, NamedKey.random()));
		Path file = other.resolve("keys");
		KeyFile kept = new KeyFile(file);
		keys.forEach((name, key) -> kept.add(new NamedKey(name, Role.ADMIN, NamedKey.digest(key))));
		try (EdgeServer guarded = EdgeServer.start(other, "exoscout.security.key-file=" + file,
				"exoscout.security.keys=rita:reader:" + NamedKey.digest(READER))) {
			assertThat(guarded.wire().get("/fine", "X-API-Key", keys.get("rita")).statusCode()).isEqualTo(401);
			assertThat(guarded.wire().get("/fine", "X-API-Key", keys.get("api-key-1")).statusCode()).isEqualTo(401);
			assertThat(guarded.wire().get("/fine", "X-API-Key", keys.get("bob")).statusCode()).isEqualTo(200);
			assertThat(guarded.wire().get("/fine", "X-API-Key", READER).statusCode()).isEqualTo(200);
		}
		assertThat(output).contains("The key 'rita' in " + file, "The key 'api-key-1' in " + file);
	}

	@Test
	void aKeyInPlaceOfADigestIsNotShown(CapturedOutput output) {
		assertThatThrownBy(() -> EdgeServer.start(home, "exoscout.security.keys=" + READER))
			.isInstanceOf(Exception.class);
		assertThat(output).contains("exoscout.security.keys[0] can not be used").doesNotContain(READER);
	}

	@ParameterizedTest
	@CsvSource({ "name=a, needs a name", "name=api-key-1, another key has its name", "name=a:b, the name of a key",
			"name=rita, is no SHA-256" })
	void keysOfTheSettingsThatCanNotBeUsedAreNotShown(String setting, String why, CapturedOutput output) {
		String secret = "xsk_not-a-digest-but-a-key";
		assertThatThrownBy(() -> EdgeServer.start(home, "exoscout.security.keys[0]." + setting,
				"exoscout.security.keys[0].sha256=" + secret,
				setting.equals("name=a") ? "x=y" : "exoscout.security.keys[0].role=reader"))
			.isInstanceOf(Exception.class);
		assertThat(output).contains("exoscout.security.keys[0] can not be used", why).doesNotContain(secret);
	}

}
