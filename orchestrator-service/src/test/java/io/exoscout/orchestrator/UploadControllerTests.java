package io.exoscout.orchestrator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.MadeTables;
import io.exoscout.dataset.RealTables;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;
import io.exoscout.work.JobIntake;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads that nobody works on: what is answered, what is kept, what is sent. */
class UploadControllerTests {

	private static final String UPLOADS = "/exo-scout-orchestrator";

	private static final String INSPECT = UPLOADS + "/inspect";

	private static final String QUICK = "{\"hyperparameters\": {\"n_estimators\": 20}}";

	private static final byte[] TABLE = bytes(MadeTables.kepler(60));

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private MockMvcTester http;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void prepare() {
		TestServers.clear(context);
		Intake intake = new Intake(context.getBean(Datasets.class), context.getBean(JobIntake.class),
				Clock.systemUTC());
		UploadController uploads = new UploadController(intake, new TrainingRequestReader(JSON),
				new ModelNames(jobs, context.getBean(ModelStore.class)), new UploadMeters(this.meters));
		this.http = MockMvcTester.of(List.of(uploads),
				(builder) -> builder.setMessageConverters(new JacksonJsonHttpMessageConverter(JSON)).build());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private MvcTestResult send(String path, byte[] table, String params) {
		return this.http.post()
			.uri(path)
			.multipart()
			.file(new MockMultipartFile("file", "koi.csv", "text/csv", table))
			.param("params", params)
			.exchange();
	}

	private JsonNode json(int status, MvcTestResult answer) {
		assertThat(answer).hasStatus(status);
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

	private JsonNode upload(int status, byte[] table, String params) {
		return json(status, send(UPLOADS, table, params));
	}

	private JsonNode inspect(byte[] table) {
		return json(200, send(INSPECT, table, "{}"));
	}

	private static String problem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasFailed();
		assertThat(answer.getUnresolvedException().getCause()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem).returns(status, (refused) -> refused.kind().status())
					.returns(code, (refused) -> refused.code().id()));
		return answer.getUnresolvedException().getCause().getMessage();
	}

	private String refused(byte[] table, String params, int status, String code) {
		return problem(send(UPLOADS, table, params), status, code);
	}

	private static List<String> texts(Iterable<JsonNode> array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
	}

	private static JsonNode column(JsonNode report, String name) {
		return report.get("column_details")
			.valueStream()
			.filter((column) -> column.get("column").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** What lies in the data directory. */
	private static Set<Path> files() throws IOException {
		Path home = Path.of(context.getEnvironment().getRequiredProperty("exoscout.home"));
		Set<Path> files = new HashSet<>();
		for (Path folder : List.of(home.resolve("blobs"), home.resolve("spool"))) {
			try (Stream<Path> below = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
				below.filter(Files::isRegularFile).forEach(files::add);
			}
		}
		return files;
	}

	private double uploads(String outcome, String code) {
		return this.meters.get("exoscout.uploads").tags("outcome", outcome, "code", code).counter().count();
	}

	@Test
	void acceptedTableIsAJobThatWaitsAndWasSent() {
		MvcTestResult answer = send(UPLOADS, TABLE, "{\"algorithm\": \"xgboost\"}");
		JsonNode accepted = json(202, answer);
		String jobId = accepted.get("job_id").asString();
		assertThat(jobId).matches("[0-9a-f]{64}");
		assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/exo-scout-jobs-api/jobs/" + jobId);
		assertThat(accepted.get("status").asString()).isEqualTo("processing");
		assertThat(accepted.get("model_name").asString()).isEqualTo("model_xgboost_" + jobId.substring(0, 8));
		assertThat(accepted.get("dataset").get("filename").asString()).isEqualTo("koi.csv");
		assertThat(accepted.get("dataset").get("sha256").asString()).isEqualTo(Digests.sha256(TABLE));
		assertThat(accepted.get("rows").asInt()).isEqualTo(60);
		assertThat(accepted.get("mission").asString()).isEqualTo("kepler");
		assertThat(jobs.find(jobId).orElseThrow()).returns(JobState.QUEUED, (job) -> job.status())
			.satisfies((job) -> assertThat(job.course().sentAt()).isNotNull());
		Awaitility.await().until(() -> context.getBean(WorkQueue.class).depth().orElseThrow() == 1);
	}

	@Test
	void isTheSameJobWhateverItsNameAndLabel() {
		String jobId = upload(202, TABLE, QUICK).get("job_id").asString();
		JsonNode answer = upload(200, TABLE, """
				{"model_name": "another", "seed": 42, "target": "planet", "hyperparameters": {"n_estimators": 20}}""");
		assertThat(answer.get("job_id").asString()).isEqualTo(jobId);
		assertThat(answer.get("duplicate").asBoolean()).isTrue();
		assertThat(answer.get("status").asString()).isEqualTo("queued");
		assertThat(uploads("accepted", "none")).isOne();
		assertThat(uploads("duplicate", "none")).isOne();
	}

	@Test
	void otherOptionsAreAnotherJobOnTheSameTable() {
		JsonNode one = upload(202, TABLE, QUICK);
		JsonNode other = upload(202, TABLE, "{\"algorithm\": \"xgboost\"}");
		assertThat(other.get("job_id")).isNotEqualTo(one.get("job_id"));
		assertThat(other.get("dataset")).isEqualTo(one.get("dataset"));
	}

	@Test
	void isAcceptedAgainAfterACancel() {
		String jobId = upload(202, TABLE, QUICK).get("job_id").asString();
		jobs.cancel(jobId);
		assertThat(upload(202, TABLE, QUICK).get("job_id").asString()).isEqualTo(jobId);
		assertThat(jobs.find(jobId).orElseThrow().status()).isEqualTo(JobState.QUEUED);
	}

	@Test
	void leavesNothingOfARefusedTable() throws IOException {
		Set<Path> before = files();
		refused(bytes(MadeTables.kepler(60).replaceFirst("koi_prad", "koi_depth")), "{}", 400, "duplicate_column");
		refused(bytes("a,b\n1,2\n"), "{}", 422, "unknown_schema");
		refused(bytes(MadeTables.kepler(60).replace("CONFIRMED", "FALSE POSITIVE")), "{}", 422, "one_class");
		assertThat(files()).isEqualTo(before);
		assertThat(uploads("refused", "duplicate_column")).isOne();
		assertThat(uploads("refused", "unknown_schema")).isOne();
	}

	@Test
	void keepsTheTableOfAnAcceptedJobAndNothingOfAnInspectedOne() throws IOException {
		byte[] table = bytes(MadeTables.kepler(61));
		Set<Path> before = files();
		inspect(table);
		assertThat(files()).isEqualTo(before);
		upload(202, table, QUICK);
		assertThat(files()).hasSize(before.size() + 1).containsAll(before);
	}

	@Test
	void optionsAreReadBeforeTheTable() {
		assertThat(refused(bytes("no table"), "{\"seed\": \"x\"}", 400, "invalid_params")).contains("'x'");
		assertThat(uploads("refused", "invalid_params")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { UPLOADS, INSPECT })
	void refusesAFormWithoutAFile(String path) {
		assertThat(problem(this.http.post().uri(path).multipart().exchange(), 400, "missing_file")).contains("'file'");
	}

	@Test
	void refusesToLeaveOutAColumnThatIsNotThere() {
		assertThat(refused(TABLE, "{\"exclude_features\": [\"$where\"]}", 400, "unknown_column")).contains("$where");
	}

	@Test
	void namesTheTagsWhereSomethingIsNoneOfThem() {
		assertThat(refused(TABLE, "{\"exclude_features\": [\"followup\"]}", 400, "unknown_column"))
			.contains("'followup'", "possible_follow_up");
		assertThat(problem(send(INSPECT, TABLE, "{\"exclude_features\": [\"followup\"]}"), 400, "unknown_column"))
			.contains("'followup'");
	}

	@Test
	void refusesToLeaveOutAllColumns() {
		String all = "[\"koi_period\", \"koi_duration\", \"koi_depth\", \"koi_prad\", \"company\"]";
		assertThat(refused(TABLE, "{\"exclude_features\": %s}".formatted(all), 422, "no_usable_column"))
			.contains("exclude_features");
	}

	@Test
	void takesNumbersForLabelsOnlyWhenToldWhatTheyMean() {
		byte[] table = bytes(MadeTables.kepler(60).replace("CONFIRMED", "1").replace("FALSE POSITIVE", "0"));
		assertThat(refused(table, "{}", 422, "unknown_labels")).contains("\"1\"", "\"0\"", "CONFIRMED");
		String jobId = upload(202, table, "{\"labels\": {\"1\": \"CONFIRMED\", \"0\": \"false positive\"}}")
			.get("job_id")
			.asString();
		assertThat(jobs.find(jobId).orElseThrow().params().labels()).containsEntry("0", "false positive")
			.containsEntry("1", "CONFIRMED");
	}

	@Test
	void saysOfEveryColumnWhatItIsUsedInAndWhatCanBeDoneWithTheTable() {
		JsonNode answer = inspect(bytes("""
				KIC,KOI,Orbital Period [days],duration_hours,Transit Depth (%),planet_radius,note
				1003,KOI-4.01,3.5,2.5,0.06,2.2,seen
				"""));
		assertThat(answer.get("trainable").get("possible").asBoolean()).isFalse();
		assertThat(answer.get("trainable").get("reasons").get(0).get("code").asString()).isEqualTo("no_label_column");
		assertThat(answer.get("predictable").get("possible").asBoolean()).isTrue();
		JsonNode period = column(answer, "koi_period");
		assertThat(period.get("sent_as").asString()).isEqualTo("Orbital Period [days]");
		assertThat(period.get("unit").asString()).isEqualTo("d");
	}

	@Test
	void namesTheJobThatTheSameUploadIsAnsweredWith() {
		assertThat(inspect(TABLE).has("known_job")).isFalse();
		String jobId = upload(202, TABLE, "{}").get("job_id").asString();
		JsonNode known = inspect(TABLE).get("known_job");
		assertThat(known.get("job_id").asString()).isEqualTo(jobId);
		assertThat(known.get("status").asString()).isEqualTo("queued");
		jobs.cancel(jobId);
		assertThat(inspect(TABLE).has("known_job")).isFalse();
	}

	@Test
	void profilesColumnsOnlyWhenAskedTo() {
		assertThat(inspect(TABLE).has("profile")).isFalse();
		JsonNode profile = json(200, send(INSPECT + "?profile=true", TABLE, "{}")).get("profile");
		assertThat(profile.get("objects").asInt()).isEqualTo(60);
		assertThat(profile.get("stars").asInt()).isBetween(1, 60);
		assertThat(texts(profile.get("columns").findValues("column"))).contains("koi_period", "koi_depth");
		JsonNode period = profile.get("columns").get(0);
		assertThat(period.get("quantiles")).hasSize(21);
		assertThat(period.get("histogram").get("counts").propertyNames()).contains("CONFIRMED", "FALSE POSITIVE");
	}

	@Test
	void profilesEveryColumnThatIsUsedAndEveryLeakOfNumbers() {
		JsonNode report = json(200, send(INSPECT + "?profile=true", RealTables.bytes(RealTables.KEPLER), "{}"));
		assertThat(texts(report.get("profile").get("columns").findValues("column")))
			.containsAll(texts(report.get("used").values()))
			.contains("koi_score")
			.doesNotContain("kepid", "koi_disposition", "koi_tce_delivname");
	}

	@Test
	void inspectAndUploadUnderstandATableAlike() {
		JsonNode inspected = inspect(TABLE);
		JsonNode accepted = upload(202, TABLE, "{}");
		for (String part : List.of("mission", "rows", "used", "ignored", "labels", "features", "column_details")) {
			assertThat(accepted.get(part)).as(part).isEqualTo(inspected.get(part));
		}
		assertThat(inspected.get("trainable").get("possible").asBoolean()).isTrue();
	}

	@Test
	void inspectShowsWhatATrainingWouldLeaveOut() {
		JsonNode report = inspect(RealTables.bytes(RealTables.TESS));
		assertThat(texts(report.get("features").get("computed"))).contains("absolute_magnitude")
			.doesNotContain("tangential_velocity");
		assertThat(report.get("features").get("left_out").valueStream())
			.filteredOn((left) -> left.get("feature").asString().equals("st_dist"))
			.singleElement()
			.satisfies((left) -> assertThat(left.get("reason").asString()).contains("possible follow-up"));
		assertThat(texts(column(report, "st_dist").get("used_in"))).contains("absolute_magnitude")
			.doesNotContain("st_dist");
	}

	@Test
	void learnsFromNoColumnThatHoldsTheAnswer() {
		JsonNode report = inspect(RealTables.bytes(RealTables.KEPLER));
		assertThat(report.get("mission").asString()).isEqualTo("kepler");
		assertThat(report.get("rows").asInt()).isEqualTo(9564);
		assertThat(texts(report.get("used"))).contains("koi_period", "koi_depth")
			.doesNotContain("koi_disposition", "koi_pdisposition", "koi_score", "koi_fpflag_nt", "koi_fpflag_ss",
					"koi_fpflag_co", "koi_fpflag_ec", "kepler_name", "kepid", "rowid");
		assertThat(report.get("ignored").valueStream().map((ignored) -> ignored.get("reason").asString()))
			.contains("identifier", "label leak", "empty");
		assertThat(report.get("labels").get("CANDIDATE").asInt()).isEqualTo(1979);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { RealTables.CONFIRMED + "|confirmed planets|disposition",
			RealTables.TCE + "|threshold crossing events|koi_period", RealTables.ROBOVETTER + "|Robovetter|commas" })
	void refusesATableOfNoMissionAndSaysWhy(String table, String taken, String missing) {
		byte[] bytes = RealTables.bytes(table);
		assertThat(refused(bytes, "{}", 422, "unknown_schema")).contains(taken, missing);
		assertThat(problem(send(INSPECT, bytes, "{}"), 422, "unknown_schema")).contains(taken, missing);
	}

}
