package io.exoscout.predictor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.Datasets;
import io.exoscout.job.Claim;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.body.TableLimits;
import io.exoscout.found.FoundSearches;
import io.exoscout.predictor.rows.SentRowReader;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingRows;
import io.exoscout.predictor.audit.AuditedRequest;
import io.exoscout.predictor.inference.InferenceController;
import io.exoscout.predictor.inference.PlainBodyFilter;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.shelf.AliasController;
import io.exoscout.predictor.shelf.ImportController;
import io.exoscout.predictor.shelf.ModelImports;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.predictor.shelf.OnnxController;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.work.JobIntake;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The predictor's addresses on the test servers, and models with known answers to ask.
 */
public class PredictorStage implements AutoCloseable {

	static final String PREDICTIONS = "/exo-scout-predictor";

	static final String HEADER = "kepid,kepoi_name,koi_period,koi_duration,koi_depth,koi_prad,koi_teq,note\n";

	/** Objects with periods of 1 to 20 days: half of them are planets to the model. */
	public static final String TABLE = table(20);

	public static final JsonMapper JSON = JsonMapper.builder()
		.addModule(SentRowReader.module(TableLimits.DEFAULTS))
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	final ConfigurableApplicationContext context = TestServers.context(WorkConfiguration.class);

	final Jobs jobs = this.context.getBean(Jobs.class);

	final MeterRegistry meters = new SimpleMeterRegistry();

	private final ReducedModelCache reduced = new ReducedModelCache(DataSize.ofMegabytes(1), 1);

	private final BlockThreads threads = new BlockThreads(2);

	private MockMvcTester http = http();

	private MockMvcTester http() {
		ModelShelf shelf = new ModelShelf(this.jobs, models(), DataSize.ofMegabytes(1));
		Datasets datasets = this.context.getBean(Datasets.class);
		ScorableRows rows = scorableRows();
		Predictions predictions = new Predictions(shelf, this.reduced, this.threads, datasets, rows, JSON,
				new ScoredRows(this.meters));
		PredictionIntake intake = new PredictionIntake(shelf, this.reduced, datasets, rows,
				this.context.getBean(BlobStore.class), this.context.getBean(JobIntake.class), Clock.systemUTC());
		InferenceController inference = new InferenceController(shelf, predictions::score, datasets.limits(), JSON);
		return MockMvcTester.of(
				List.of(new PredictionController(predictions), new PredictionJobController(intake), inference,
						new FeatureController(shelf, datasets, rows, JSON), new OnnxController(shelf),
						new ImportController(
								new ModelImports(models(), this.context.getBean(Quotas.class), (sha256) -> false)),
						new AliasController(shelf, models().aliases())),
				// a refusal is looked at beside what was written before it
				(builder) -> builder
					.setMessageConverters(new ByteArrayHttpMessageConverter(),
							new JacksonJsonHttpMessageConverter(JSON))
					.addFilters(new PlainBodyFilter(), (request, response, chain) -> {
						AuditedRequest.begin((HttpServletRequest) request);
						chain.doFilter(request, response);
					})
					.setHandlerExceptionResolvers((request, response, handler, refusal) -> new ModelAndView())
					.build());
	}

	private ModelStore models() {
		return this.context.getBean(ModelStore.class);
	}

	/** What lies in the data directory. */
	Set<Path> files() {
		Path home = Path.of(this.context.getEnvironment().getRequiredProperty("exoscout.home"));
		Set<Path> files = new HashSet<>();
		for (Path folder : List.of(home.resolve("blobs"), home.resolve("spool"))) {
			try (Stream<Path> below = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
				below.filter(Files::isRegularFile).forEach(files::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return files;
	}

	public void clear() {
		TestServers.clear(this.context);
		// nothing is remembered of models that are gone
		this.http = http();
	}

	private static String table(int rows) {
		StringBuilder table = new StringBuilder(HEADER);
		for (int i = 1; i <= rows; i++) {
			table.append("%d,K%05d.01,%d,%d,%d,2,500,seen\n".formatted(1000 + i, i, i, 2 + i % 3, 100 * i));
		}
		return table.toString();
	}

	/** A model that says planet for periods of ten days and more, and its job. */
	public ModelCard trained(String jobId, String name) {
		return trained(jobId, name, Map.of());
	}

	/** The same whose job ended with some results. */
	public ModelCard trained(String jobId, String name, Map<String, Object> results) {
		ModelCard card = stored(jobId, name);
		assertThat(this.jobs.complete(new Claim(jobId, "worker", 1), results)).isTrue();
		return card;
	}

	/** A model that has kept training rows, and its job. */
	ModelCard trainedOn(String jobId, TrainingRows rows) {
		running(jobId);
		TrainedModel model = model(jobId);
		ModelCard card = models().save("mine",
				new TrainedModel(model.manifest(), model.forests(), model.neighbours(), rows),
				MadeModels.candidates(1));
		assertThat(this.jobs.complete(new Claim(jobId, "worker", 1), Map.of())).isTrue();
		return card;
	}

	private void running(String jobId) {
		this.jobs.submit(TestJobs.kepler(jobId));
		this.jobs.claim(this.jobs.find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
	}

	/** The same whose job is still running. */
	public ModelCard stored(String jobId, String name) {
		running(jobId);
		return models().save(name, model(jobId), MadeModels.candidates(1));
	}

	private static TrainedModel model(String jobId) {
		TrainedModel model = TestModels.longPeriodsArePlanets();
		ModelManifest bare = TestModels.manifest(Mission.KEPLER, TestModels.KEPLER_FEATURES);
		return new TrainedModel(new ModelManifest(jobId, bare.mission(), bare.options(), bare.featureSet(),
				bare.features(), bare.classNames(), new double[] { 0.6, 0.1, 0.1, 0.1, 0.1 }, bare.calibration(),
				bare.calibrator(), Map.of("accuracy", 0.9), bare.evaluation(), bare.datasetSha256(), bare.provenance()),
				model.forests(), model.neighbours());
	}

	/** Sends a table with parameters, given as names and values. */
	public MvcTestResult table(String table, String query, String accept, String... parameters) {
		MockMvcTester.MockMultipartMvcRequestBuilder request = this.http.post()
			.uri(PREDICTIONS + query)
			.multipart()
			.file(new MockMultipartFile("file", "koi.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.header("Accept", accept).exchange();
	}

	/** Sends a table as the body, with headers given as names and values. */
	MvcTestResult body(byte[] table, String query, String... headers) {
		var request = this.http.post().uri(PREDICTIONS + query).contentType("text/csv").content(table);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.exchange();
	}

	/** Answers without what lies between a client and its answer. */
	Predictions predictions() {
		return new Predictions(new ModelShelf(this.jobs, models(), DataSize.ofMegabytes(1)), this.reduced, this.threads,
				this.context.getBean(Datasets.class), scorableRows(), JSON, new ScoredRows(this.meters));
	}

	ScorableRows scorableRows() {
		return new ScorableRows(new FoundSearches(this.jobs, this.context.getBean(BlobStore.class), JSON),
				this.context.getBean(Datasets.class));
	}

	/** How many blocks of rows are being scored, or wait for that. */
	int scoring() {
		return this.threads.busy();
	}

	/** Asks by the Open Inference Protocol. */
	public MvcTestResult ask(String path) {
		return this.http.get().uri(path).exchange();
	}

	/** How many rows were scored for those who waited. */
	public double scored() {
		return this.meters.get("exoscout.rows.scored").tag("mode", "direct").counter().count();
	}

	/**
	 * Sends a body of the Open Inference Protocol with headers, given as names and
	 * values.
	 */
	public MvcTestResult infer(String path, byte[] body, String... headers) {
		var request = this.http.post().uri(path).content(body);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.exchange();
	}

	/** Sends a model file with parameters, given as names and values. */
	public MvcTestResult model(byte[] file, String filename, String... parameters) {
		var request = this.http.post()
			.uri(PREDICTIONS + "/models")
			.multipart()
			.file(new MockMultipartFile("file", filename, "application/octet-stream", file));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	/** Makes an alias. */
	public void alias(String alias, String model) {
		assertThat(this.http.put()
			.uri(PREDICTIONS + "/models/aliases/" + alias)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"model\": \"%s\"}".formatted(model))
			.exchange()).hasStatus(201);
	}

	/** Asks for a model's ONNX file. */
	public MvcTestResult onnx(String id, String... headers) {
		var request = this.http.get().uri(PREDICTIONS + "/models/" + id + "/onnx");
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.exchange();
	}

	/** Sends a form that lacks the table. */
	MvcTestResult nothing(String query) {
		return this.http.post().uri(PREDICTIONS + query).multipart().param("job_id", "a").exchange();
	}

	/** Sends rows of a model. */
	public MvcTestResult rows(String jobId, String rows, String query, String accept) {
		return body("{\"job_id\": \"%s\", \"rows\": %s}".formatted(jobId, rows), query, accept);
	}

	public MvcTestResult body(String json, String query, String accept) {
		return this.http.post()
			.uri(PREDICTIONS + query)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.header("Accept", accept)
			.exchange();
	}

	public static JsonNode json(int status, MvcTestResult answer) {
		assertThat(answer).hasStatus(status);
		return JSON.readTree(text(answer));
	}

	public static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** The words of a refusal, before which nothing was written. */
	public static String problem(MvcTestResult answer, int status, String code) {
		Throwable refusal = answer.getMvcResult().getResolvedException();
		// what is met while a body is read comes in what the framework says of that
		while (refusal instanceof HttpMessageNotReadableException || refusal instanceof DatabindException) {
			refusal = refusal.getCause();
		}
		assertThat(refusal).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem).returns(status, (refused) -> refused.kind().status())
					.returns(code, (refused) -> refused.code().id()));
		assertThat(text(answer)).isEmpty();
		return refusal.getMessage();
	}

	public static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	@Override
	public void close() {
		this.reduced.close();
		this.threads.close();
		this.context.close();
	}

}
