package io.exoscout.predictor.shelf;

import java.util.List;

import io.exoscout.caller.Callers;
import io.exoscout.caller.Role;
import io.exoscout.job.Jobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

class AliasControllerTests {

	private static final String CHAMPION = "/exo-scout-predictor/models/aliases/champion";

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static ConfigurableApplicationContext context;

	private static ModelStore models;

	private MockMvcTester http;

	private String one;

	private String two;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		models = context.getBean(ModelStore.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void prepare() {
		TestServers.clear(context);
		ModelShelf shelf = new ModelShelf(context.getBean(Jobs.class), models, DataSize.ofMegabytes(1));
		this.http = MockMvcTester.of(List.of(new AliasController(shelf, models.aliases())),
				(builder) -> builder.setMessageConverters(new JacksonJsonHttpMessageConverter(JSON))
					.setHandlerExceptionResolvers((request, response, handler, refusal) -> new ModelAndView())
					.build());
		this.one = model("one");
		this.two = model("two");
	}

	private static String model(String name) {
		TrainedModel model = MadeModels.model(MadeModels.manifest(name, 4), MadeModels.forests(4, 2));
		ModelCard card = models.keep(name, model, ModelFile.write(model), name);
		return card.modelId();
	}

	private MvcTestResult send(HttpMethod method, String body, String... headers) {
		MockMvcTester.MockMvcRequestBuilder request = this.http.method(method).uri(CHAMPION);
		if (!body.isEmpty()) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult put(String model, String... headers) {
		return send(HttpMethod.PUT, "{\"model\": \"%s\"}".formatted(model), headers);
	}

	private static JsonNode json(int status, MvcTestResult answer) throws Exception {
		assertThat(answer).hasStatus(status);
		return JSON.readTree(answer.getResponse().getContentAsString());
	}

	private static void refused(ErrorCode code, MvcTestResult answer) {
		assertThat(answer.getMvcResult().getResolvedException()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem.code()).isEqualTo(code));
	}

	private static String tag(MvcTestResult answer) {
		return String.valueOf(answer.getResponse().getHeader("ETag"));
	}

	private String target() throws Exception {
		return json(200, send(HttpMethod.GET, "")).get("model_id").asString();
	}

	@Test
	void isMadeByTheFirstPut() throws Exception {
		MvcTestResult made = put("one");
		assertThat(json(201, made).get("model_id").asString()).isEqualTo(this.one);
		assertThat(made.getResponse().getHeader("Location")).isEqualTo(CHAMPION);
		assertThat(json(201, made).has("revision")).isFalse();
		assertThat(tag(send(HttpMethod.GET, ""))).isEqualTo(tag(made)).startsWith("\"");
	}

	@Test
	void belongsToWhoMadeItWhoeverMovesIt() throws Exception {
		assertThat(json(201, Callers.as("ada", Role.ADMIN, () -> put("one"))).get("owner").asString()).isEqualTo("ada");
		assertThat(json(200, put("two", "If-Match", "*")).get("owner").asString()).isEqualTo("ada");
	}

	@Test
	void movesForWhoeverSaysWhereHeSawIt() throws Exception {
		String seen = tag(put("one"));
		MvcTestResult moved = put("two", "If-Match", seen);
		assertThat(json(200, moved).get("previous_model_id").asString()).isEqualTo(this.one);
		assertThat(tag(moved)).isNotEqualTo(seen);
		assertThat(target()).isEqualTo(this.two);
	}

	@Test
	void tellsWhoComesLateAndStays() throws Exception {
		String seen = tag(put("one"));
		put("two", "If-Match", seen);
		refused(ErrorCode.ALIAS_MOVED, put("one", "If-Match", seen));
		refused(ErrorCode.ALIAS_MOVED, send(HttpMethod.DELETE, "", "If-Match", seen));
		assertThat(target()).isEqualTo(this.two);
	}

	@Test
	void doesNotMoveForWhoeverHasNotLooked() throws Exception {
		put("one");
		refused(ErrorCode.ALIAS_NOT_SEEN, put("two"));
		refused(ErrorCode.ALIAS_NOT_SEEN, send(HttpMethod.DELETE, ""));
		assertThat(target()).isEqualTo(this.one);
	}

	@Test
	void listsOfTagsAndAnyTagAreUnderstood() throws Exception {
		String seen = tag(put("one"));
		assertThat(put("two", "If-Match", "\"other\", " + seen)).hasStatus(200);
		assertThat(put("one", "If-Match", "*")).hasStatus(200);
		refused(ErrorCode.ALIAS_MOVED, put("two", "If-Match", "W/" + tag(send(HttpMethod.GET, ""))));
		assertThat(target()).isEqualTo(this.one);
	}

	@Test
	void isMadeOnceForWhoeverAsksForANewOne() throws Exception {
		assertThat(put("one", "If-None-Match", "*")).hasStatus(201);
		refused(ErrorCode.ALIAS_MOVED, put("two", "If-None-Match", "*"));
		assertThat(target()).isEqualTo(this.one);
	}

	@Test
	void isNotMadeForWhoeverSawAnother() {
		refused(ErrorCode.ALIAS_MOVED, put("one", "If-Match", "\"gone\""));
		refused(ErrorCode.ALIAS_NOT_FOUND, send(HttpMethod.GET, ""));
	}

	@Test
	void pointsAtModelsThatThereAre() {
		refused(ErrorCode.MODEL_NOT_FOUND, put("three"));
		refused(ErrorCode.MODEL_NOT_NAMED, send(HttpMethod.PUT, "{}"));
		refused(ErrorCode.ALIAS_NOT_FOUND, send(HttpMethod.GET, ""));
	}

	@Test
	void isDeletedAndItsModelStays() throws Exception {
		String seen = tag(put("one"));
		assertThat(json(200, send(HttpMethod.DELETE, "", "If-Match", seen)).get("alias").asString())
			.isEqualTo("champion");
		refused(ErrorCode.ALIAS_NOT_FOUND, send(HttpMethod.GET, ""));
		assertThat(models.find(this.one)).isPresent();
	}

}
