package io.exoscout.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Models found, ordered, compared, named, taken elsewhere and brought back over HTTP. */
@SuiteTest
class RegistryTests {

	private static final String MODELS = Client.PREDICTIONS + "/models";

	private static final String ALIAS = MODELS + "/aliases/registry-champion";

	private static final String[] JSON = { "Content-Type", "application/json" };

	private final Client client;

	private String one = "";

	private String two = "";

	RegistryTests(Client client) {
		this.client = client;
	}

	private void train() {
		this.one = trained(301, "gradient_boosting", "registry-one");
		this.two = trained(301, "random_forest", "registry-two");
	}

	private String trained(long seed, String algorithm, String name) {
		String params = "{\"algorithm\": \"%s\", \"model_name\": \"%s\", \"hyperparameters\": {\"n_estimators\": 20}}"
			.formatted(algorithm, name);
		return this.client.trained(WrittenTable.kepler(seed, 120), params).get("job_id").asString();
	}

	private Answer put(String model, String... headers) {
		List<String> all = new ArrayList<>(List.of(JSON));
		all.addAll(List.of(headers));
		return this.client.send("PUT", ALIAS, BodyPublishers.ofString("{\"model\": \"%s\"}".formatted(model)),
				all.toArray(String[]::new));
	}

	private void removeAlias() {
		this.client.send("DELETE", ALIAS, BodyPublishers.noBody(), "If-Match", "*");
	}

	private List<String> names(Answer page) {
		return page.json(200).valueStream().map((card) -> card.get("model_name").asString()).toList();
	}

	@Test
	void listsModelsByFigureAndPageByPage() {
		train();
		List<String> all = names(this.client.get(MODELS + "?order=-roc_auc&limit=200"));
		List<String> paged = new ArrayList<>();
		String next = MODELS + "?order=-roc_auc&limit=1";
		while (!next.isEmpty()) {
			Answer page = this.client.get(next);
			paged.addAll(names(page));
			next = page.header("Link").replaceFirst("<(/.*)>; rel=\"next\"", "$1");
		}
		assertThat(paged).isEqualTo(all).contains("registry-one", "registry-two");
		assertThat(names(this.client.get(MODELS + "?algorithm=random_forest&limit=200"))).contains("registry-two")
			.doesNotContain("registry-one");
		assertThat(names(this.client.get(MODELS + "?model_name=registry-one"))).containsExactly("registry-one");
		this.client.get(MODELS + "?order=best").problem(400, "invalid_parameter");
		this.client.get(MODELS + "?mission=hubble").problem(400, "invalid_parameter");
		this.client.get(MODELS + "?cursor=x").problem(400, "invalid_parameter");
	}

	@Test
	void aCardIsDataForProgramsAndAPageForPeople() {
		train();
		JsonNode card = this.client.get(MODELS + "/" + this.one).json(200);
		JsonNode said = card.get("statement");
		assertThat(said.get("figures").get(0).has("lower")).isTrue();
		assertThat(said.get("protocol").asString()).contains("grouped by star");
		assertThat(said.get("training_data").get("sha256").asString()).isEqualTo(card.get("dataset_sha256").asString());
		assertThat(said.get("leaks_excluded")).isNotEmpty();
		Answer page = this.client.get(MODELS + "/registry-one", "Accept", "text/html,*/*;q=0.8");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.text()).contains("<h1>Model registry-one</h1>", "Intended use", "koi_score");
		assertThat(this.client.get(MODELS + "/" + this.one + "?format=html").text()).contains("<h1>");
		this.client.get(MODELS + "/" + this.one + "?format=pdf").problem(400, "invalid_parameter");
	}

	@Test
	void comparesModelsSideBySide() {
		train();
		JsonNode comparison = this.client.get(MODELS + "/compare?ids=registry-one," + this.two).json(200);
		assertThat(comparison.get("comparable").asBoolean()).isTrue();
		assertThat(comparison.get("figures").get(0).get("figure").asString()).isEqualTo("roc_auc");
		assertThat(comparison.get("figures").get(0).get("best").asString()).isIn(this.one, this.two);
		assertThat(this.client.get(MODELS + "/compare?ids=registry-one,registry-two&format=html").text())
			.contains("Models compared", "registry-two");
		this.client.get(MODELS + "/compare").problem(400, "invalid_parameter");
		this.client.get(MODELS + "/compare?ids=registry-one," + this.one).problem(400, "invalid_parameter");
	}

	private String championAnswers() {
		return this.client
			.post(Client.PREDICTIONS, Form.of(WrittenTable.kepler(301, 120)).with("model", "registry-champion"))
			.json(200)
			.get("job_id")
			.asString();
	}

	@Test
	void anAliasCanStandWhereverAModelIsNamed() {
		train();
		removeAlias();
		String tag = put("registry-one").header("ETag");
		assertThat(this.client.get(MODELS + "/registry-champion").json(200).get("job_id").asString())
			.isEqualTo(this.one);
		assertThat(this.client.get(MODELS + "/registry-champion/download").status()).isEqualTo(200);
		// for a second at most it is believed to be where it was
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(championAnswers()).isEqualTo(this.one));
		this.client.delete(Client.JOBS + "/" + this.one).problem(409, "model_has_alias");
		assertThat(put("registry-two", "If-Match", tag).status()).isEqualTo(200);
		put("registry-one", "If-Match", tag).problem(412, "alias_moved");
		put("registry-one").problem(428, "alias_not_seen");
		assertThat(this.client.get(MODELS + "/aliases").json(200).findValuesAsString("alias"))
			.contains("registry-champion");
		removeAlias();
		this.client.get(ALIAS).problem(404, "alias_not_found");
	}

	@Test
	void anAliasMovesWithoutAnErrorToThoseWhoAsk() {
		train();
		removeAlias();
		put("registry-one");
		AtomicBoolean over = new AtomicBoolean();
		byte[] table = WrittenTable.kepler(301, 120);
		List<CompletableFuture<List<String>>> askers = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			askers.add(CompletableFuture.supplyAsync(() -> {
				List<String> used = new ArrayList<>();
				while (!over.get()) {
					used.add(this.client.post(Client.PREDICTIONS, Form.of(table).with("model", "registry-champion"))
						.json(200)
						.get("job_id")
						.asString());
				}
				return used;
			}));
		}
		for (int i = 0; i < 20; i++) {
			put((i % 2 == 0) ? "registry-two" : "registry-one", "If-Match", "*").json(200);
		}
		over.set(true);
		askers.forEach((asker) -> assertThat(asker.join()).isNotEmpty().isSubsetOf(this.one, this.two));
		removeAlias();
	}

	@Test
	void aFileTakenElsewhereScoresTheSameToTheLastBit() throws IOException {
		train();
		byte[] file = bytes(MODELS + "/" + this.one + "/download");
		Answer taken = this.client.post(MODELS,
				new Form().file("one.exoscout", BodyPublishers.ofByteArray(file)).with("model_name", "back"));
		assertThat(taken.status()).as(taken.text()).isIn(200, 201);
		String id = taken.json().get("model_id").asString();
		byte[] table = WrittenTable.kepler(301, 120);
		JsonNode here = this.client.post(Client.PREDICTIONS, Form.of(table).with("job_id", this.one)).json(200);
		JsonNode there = this.client.post(Client.PREDICTIONS, Form.of(table).with("model", id)).json(200);
		assertThat(there.get("predictions")).isEqualTo(here.get("predictions"));
		assertThat(names(this.client.get(MODELS + "?imported=true"))).contains("back");
		assertThat(bytes(MODELS + "/" + id + "/download")).isEqualTo(file);
		this.client.delete(MODELS + "/" + this.one).problem(409, "model_of_job");
		this.client.delete(MODELS + "/" + id).json(200);
		this.client.get(MODELS + "/" + id).problem(404, "model_not_found");
	}

	private byte[] bytes(String path) throws IOException {
		try (InputStream in = URI.create(this.client.url(path)).toURL().openStream()) {
			return in.readAllBytes();
		}
	}

	@Test
	void whoHasAFileOrADocumentAlreadyIsToldSo() {
		train();
		for (String path : List.of(MODELS + "/" + this.one + "/download", MODELS + "/" + this.one + "/onnx",
				Client.JOBS + "/" + this.one, Client.JOBS + "/" + this.one + "/candidates")) {
			String tag = this.client.get(path).header("ETag");
			assertThat(tag).as(path).isNotEmpty();
			for (String tags : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
				Answer answer = this.client.get(path, "If-None-Match", tags);
				assertThat(answer.status()).as("%s %s", path, tags).isEqualTo(304);
				assertThat(answer.header("ETag")).isEqualTo(tag);
				assertThat(answer.text()).isEmpty();
			}
			assertThat(this.client.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
		}
	}

	@Test
	void whatIsNoModelFileIsNone() {
		this.client.post(MODELS, Form.of(WrittenTable.kepler(301, 120))).problem(400, "invalid_model_file");
		this.client.send("POST", MODELS, BodyPublishers.ofString("x"), JSON).problem(415, "unsupported_media_type");
	}

}
