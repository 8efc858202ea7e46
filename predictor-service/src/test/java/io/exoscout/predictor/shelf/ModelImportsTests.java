package io.exoscout.predictor.shelf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.exoscout.archive.Target;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.model.Algorithm;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.model.TrainingRows;
import io.exoscout.onnx.OnnxImport.Hints;
import io.exoscout.onnx.OnnxImport;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.shelf.ModelImports.Import;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class ModelImportsTests {

	private static final TrainedModel MODEL = TestModels.longPeriodsArePlanets();

	private static final ModelManifest MANIFEST = MODEL.manifest();

	private static ConfigurableApplicationContext context;

	private static ModelStore models;

	private final ModelImports imports = new ModelImports(models, context.getBean(Quotas.class), (sha256) -> false);

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
	void clear() {
		TestServers.clear(context);
	}

	private Import take(byte[] file, String name) throws IOException {
		return this.imports.take(new ByteArrayInputStream(file), "theirs.exoscout", name);
	}

	private Import take(TrainedModel model) throws IOException {
		return take(ModelFile.write(model), null);
	}

	private ModelShelf shelf() {
		return new ModelShelf(context.getBean(Jobs.class), models, DataSize.ofMegabytes(1));
	}

	@Test
	void aModelFromElsewhereCanBeAskedAtOnce() throws IOException {
		byte[] file = ModelFile.write(MODEL);
		Import taken = take(file, "theirs");
		String id = Digests.sha256(file);
		assertThat(taken.added()).isTrue();
		assertThat(taken.card()).returns(id, ModelCard::modelId).returns("theirs", ModelCard::modelName);
		ModelShelf shelf = shelf();
		for (ModelRequest request : List.of(new ModelRequest(null, "theirs"), new ModelRequest(null, id),
				new ModelRequest(id, null))) {
			assertThat(shelf.find(request).card().modelId()).isEqualTo(id);
		}
		double[] probabilities = new double[2];
		shelf.load(taken.card()).model().predict(new float[] { 12, 1, 1, 1, 1 }, probabilities);
		assertThat(probabilities).containsExactly(0.2, 0.8);
	}

	@Test
	void aForestThatWasTrainedElsewhereIsAskedLikeOurs() throws IOException {
		byte[] onnx = OnnxImport.class.getResourceAsStream("columns.onnx").readAllBytes();
		Import taken = this.imports.take(new ByteArrayInputStream(onnx), "sklearn.onnx", "theirs", Hints.NONE);
		assertThat(taken.added()).isTrue();
		assertThat(taken.card().isImported()).isTrue();
		assertThat(taken.card().manifest().provenance()).containsEntry("onnx_producer", "skl2onnx 1.14.0");
		ModelShelf shelf = shelf();
		double[] probabilities = new double[2];
		shelf.load(shelf.find(new ModelRequest(null, "theirs")).card())
			.model()
			.predict(new float[] { 9.26f, 2.43f, 2117, 4.5f }, probabilities);
		assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-9));
		assertThat(this.imports.take(new ByteArrayInputStream(onnx), "again.onnx", null, Hints.NONE).added()).isFalse();
	}

	@Test
	void hintsAreForFilesOfOthers() {
		refused(ErrorCode.INVALID_PARAMETER, () -> this.imports.take(new ByteArrayInputStream(ModelFile.write(MODEL)),
				"ours.exoscout", null, Hints.of("kepler", null, null)));
		refused(ErrorCode.UNSUPPORTED_ONNX,
				() -> this.imports.take(
						new ByteArrayInputStream(OnnxImport.class.getResourceAsStream("xgboost.onnx").readAllBytes()),
						"xgb.onnx", null, Hints.of("kepler", "koi_period,koi_duration,koi_depth,koi_prad", null)));
	}

	@Test
	void theSameFileAgainChangesNothing() throws IOException {
		Import first = take(ModelFile.write(MODEL), null);
		Import again = take(ModelFile.write(MODEL), "other");
		assertThat(again.added()).isFalse();
		assertThat(again.card().modelName()).isEqualTo(first.card().modelName()).startsWith("imported_");
	}

	@Test
	void anImportTakesNoTrainedModelsPlace() throws IOException {
		context.getBean(Jobs.class).submit(TestJobs.kepler(MANIFEST.jobId()));
		ModelCard trained = models.save("mine", MODEL, MadeModels.candidates(1));
		ModelCard imported = take(MODEL).card();
		assertThat(imported.modelId()).isNotEqualTo(trained.modelId());
		assertThat(models.find(trained.modelId())).map(ModelCard::modelName).hasValue("mine");
	}

	@Test
	void isDeletedWithItsFileUnlessAnAliasPointsThere() throws IOException {
		String id = take(MODEL).card().modelId();
		models.aliases().create("champion", id, (model) -> true);
		refused(ErrorCode.MODEL_HAS_ALIAS, () -> this.imports.delete(id));
		assertThat(models.find(id)).isPresent();
		models.aliases().remove(models.aliases().find("champion").orElseThrow());
		this.imports.delete(id);
		assertThat(models.find(id)).isEmpty();
		assertThat(context.getBean(BlobStore.class).exists(id)).isFalse();
		refused(ErrorCode.MODEL_NOT_FOUND, () -> this.imports.delete(id));
	}

	@Test
	void aTrainedModelGoesWithItsJobOnly() {
		ModelCard trained = models.save("mine", MODEL, MadeModels.candidates(1));
		refused(ErrorCode.MODEL_OF_JOB, () -> this.imports.delete(trained.modelId()));
	}

	@Test
	void refusesFeatureSetsThatAreNotKnownHere() {
		refused(ErrorCode.UNKNOWN_FEATURE_SET, () -> take(with(
				manifest(MANIFEST.options(), "kepler-99", MANIFEST.features(), MANIFEST.classNames(), new double[5]))));
		refused(ErrorCode.UNKNOWN_FEATURE_SET, () -> take(with(
				manifest(MANIFEST.options(), "tess-2", MANIFEST.features(), MANIFEST.classNames(), new double[5]))));
	}

	@Test
	void refusesWhatAnIntactFileMayStillGetWrong() {
		List<String> classes = MANIFEST.classNames();
		List<String> twice = List.of("koi_period", "koi_period", "koi_depth", "koi_prad", "koi_teq");
		forged(manifest(MANIFEST.options(), "kepler-1", twice, classes, new double[5]));
		forged(manifest(MANIFEST.options(), "kepler-1", MANIFEST.features(), List.of("CONFIRMED", "ALIEN"),
				new double[5]));
		forged(manifest(MANIFEST.options(), "kepler-1", MANIFEST.features(), List.of("CONFIRMED", "FALSE POSITIVE"),
				new double[5]));
		forged(manifest(MANIFEST.options(), "kepler-1", MANIFEST.features(), classes,
				new double[] { Double.NaN, 0, 0, 0, 0 }));
		forged(manifest(MANIFEST.options(), "kepler-1", MANIFEST.features(), classes, new double[] { 1, 1, 0, 0, 0 }));
		TrainingOptions endless = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET,
				Map.of("n_estimators", 1_000_000_000), List.of(), 42);
		forged(manifest(endless, "kepler-1", MANIFEST.features(), classes, new double[5]));
	}

	@Test
	void refusesForestsThatCanNotBeExplained() {
		Tree leaf = Tree.distribution(2);
		leaf.leaf(1, 5, -4);
		Forests forests = Forests.of(Forest.of(Link.MEAN, 5, 2, new double[0], List.of(leaf)));
		refused(ErrorCode.INVALID_MODEL_FILE, () -> take(new TrainedModel(MANIFEST, forests, MODEL.neighbours())));
	}

	@Test
	void refusesRowsThatNothingCanBeFittedTo() {
		TrainingRows rows = new TrainingRows(new float[5][2], new int[] { 0, 1 }, new int[] { 0, 0 },
				BlankPatterns.NONE);
		refused(ErrorCode.INVALID_MODEL_FILE,
				() -> take(new TrainedModel(MANIFEST, MODEL.forests(), MODEL.neighbours(), rows)));
	}

	@Test
	void whateverAMutatedFileHoldsItIsRefusedOrCanBeAsked() throws IOException {
		byte[] intact = ModelFile.write(TestModels.amongObjects(3));
		Random random = new Random(3);
		int taken = 0;
		for (int i = 0; i < 1000; i++) {
			byte[] file = intact.clone();
			int at = 12 + random.nextInt(file.length - 32 - 16);
			ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, random.nextInt(1 << random.nextInt(31)));
			byte[] digest = HexFormat.of().parseHex(Digests.sha256(Arrays.copyOf(file, file.length - 32)));
			System.arraycopy(digest, 0, file, file.length - 32, 32);
			try {
				ModelCard card = take(file, null).card();
				double[] probabilities = new double[2];
				shelf().load(card).model().predict(new float[5], probabilities);
				assertThat(probabilities[0] + probabilities[1]).isBetween(0.999, 1.001);
				taken++;
			}
			catch (ProblemException ex) {
				assertThat(ex.code()).isIn(ErrorCode.INVALID_MODEL_FILE, ErrorCode.UNKNOWN_FEATURE_SET);
			}
		}
		assertThat(taken).isBetween(1, 900);
	}

	private void forged(ModelManifest manifest) {
		refused(ErrorCode.INVALID_MODEL_FILE, () -> take(with(manifest)));
	}

	private static TrainedModel with(ModelManifest manifest) {
		return new TrainedModel(manifest, MODEL.forests(), MODEL.neighbours());
	}

	private static ModelManifest manifest(TrainingOptions options, String featureSet, List<String> features,
			List<String> classNames, double[] importance) {
		return new ModelManifest(MANIFEST.jobId(), MANIFEST.mission(), options, featureSet, features, classNames,
				importance, "none", MANIFEST.calibrator(), Map.of("roc_auc", 0.9), Map.of(), MANIFEST.datasetSha256(),
				Map.of());
	}

	private static void refused(ErrorCode code, ThrowingCallable call) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(call).returns(code, ProblemException::code);
	}

}
