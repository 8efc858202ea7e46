package io.exoscout.predictor.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.exoscout.archive.Target;
import io.exoscout.caller.Caller;
import io.exoscout.feature.FeatureSet;
import io.exoscout.fitting.KeptRows;
import io.exoscout.forest.ForestFaults;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.onnx.OnnxImport.Hints;
import io.exoscout.onnx.OnnxImport;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.share.Demand;
import io.exoscout.share.Quotas;
import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Takes in model files from elsewhere. A file that is intact may still have been forged,
 * so whatever the programs here rely on in a model that they have trained themselves is
 * looked at before it is stored.
 */
public record ModelImports(ModelStore models, Quotas quotas, Predicate<String> referenced) {

	private static final int LONGEST_NAME = 200;

	private static final Pattern JOB = Pattern.compile("[\\w.-]{1,100}");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private static final double ROUNDING = 1e-6;

	private static final int TRIALS = 100;

	/**
	 * What became of a file.
	 *
	 * @param card the model's card
	 * @param added whether it was not there before
	 */
	record Import(ModelCard card, boolean added) {
	}

	/** Takes in a file that leaves nothing open. */
	Import take(InputStream in, @Nullable String filename, @Nullable String modelName) throws IOException {
		return take(in, filename, modelName, Hints.NONE);
	}

	/**
	 * Takes in a file: one of ours, or an ONNX file, of which one of ours is made.
	 * @param in its bytes; not closed
	 * @param filename what it is called
	 * @param modelName the label it is to have; one made of its id if there is none
	 * @param hints what an ONNX file may leave open
	 * @throws ProblemException {@code INVALID} (code {@code invalid_model_file} or
	 * {@code invalid_onnx_file}) or {@code UNUSABLE} (code {@code unknown_feature_set} or
	 * {@code unsupported_onnx}) if it can not be used, {@code TOO_MANY} (code
	 * {@code quota_exceeded}) if the caller has as much stored as he may
	 */
	Import take(InputStream in, @Nullable String filename, @Nullable String modelName, Hints hints) throws IOException {
		byte[] sent = in.readAllBytes();
		boolean onnx = OnnxImport.looksLikeOne(sent);
		if (!onnx && !hints.equals(Hints.NONE)) {
			throw ProblemException.invalidParameter("features",
					"mission, features and classes are for ONNX files; a model file names its own");
		}
		byte[] file = onnx ? ModelFile.write(OnnxImport.read(sent, hints)) : sent;
		TrainedModel model = ModelFile.read(file);
		check(model);
		String id = Digests.sha256(file);
		Optional<ModelCard> known = this.models.find(id);
		if (known.isPresent()) {
			return new Import(known.get(), false);
		}
		String name = (modelName != null) ? modelName : "imported_" + id.substring(0, 8);
		String source = Quoted.shortened((filename != null) ? filename : name);
		return new Import(this.quotas.within(Caller.current().name(), Demand.file(id, file.length),
				() -> this.models.keep(name, model, file, source)), true);
	}

	/**
	 * Removes a model that came as a file.
	 * @param modelId its id
	 * @throws ProblemException {@code NOT_FOUND} if there is none, {@code CONFLICT} if a
	 * job has trained it or an alias points at it
	 */
	void delete(String modelId) {
		ModelCard card = this.models.find(modelId)
			.orElseThrow(() -> new ProblemException(ErrorCode.MODEL_NOT_FOUND,
					"There is no model '%s'; delete it by its id".formatted(Quoted.shortened(modelId))));
		if (!card.isImported()) {
			throw new ProblemException(ErrorCode.MODEL_OF_JOB,
					"Model '%s' was trained here; delete its job, with all that belongs to it".formatted(modelId));
		}
		Caller.current().requireMayChange(card.owner(), "Model '" + modelId + "'");
		this.models.aliases().unlessPointedAt(modelId, () -> this.models.delete(modelId, this.referenced));
	}

	private static void check(TrainedModel model) {
		ModelManifest manifest = model.manifest();
		if (!FeatureSet.knows(manifest.mission(), manifest.featureSet())) {
			throw new ProblemException(ErrorCode.UNKNOWN_FEATURE_SET,
					"The model needs the feature set '%s', which is not known here for %s; it was made by a later version of the program"
						.formatted(Quoted.shortened(manifest.featureSet()), manifest.mission().id()));
		}
		require(JOB.matcher(manifest.jobId()).matches() && SHA256.matcher(manifest.datasetSha256()).matches(),
				"it does not say of which job and table it is");
		require(distinct(manifest.features()) && manifest.features().stream().allMatch(ModelImports::isName),
				"its features have no names, or the same one twice");
		checkClasses(manifest);
		checkNumbers(manifest);
		checkOptions(manifest);
		requireNone(ForestFaults.of(model.forests()));
		requireNone(KeptRows.fault(model));
		try {
			// formulas and orders are made now, rather than when somebody asks first
			new ModelInputs(model);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("its features can not be computed").causedBy(ex);
		}
		tryOut(model);
	}

	private static void checkClasses(ModelManifest manifest) {
		require(distinct(manifest.classNames()), "two of its classes have one name");
		for (String name : manifest.classNames()) {
			try {
				manifest.options().target().verdictOf(manifest.mission(), name);
			}
			catch (IllegalArgumentException ex) {
				throw invalid("it tells a class '%s' apart, which %s has not got".formatted(Quoted.shortened(name),
						manifest.mission().id()))
					.causedBy(ex);
			}
		}
		require(manifest.options().target() != Target.PLANET
				|| manifest.classNames().equals(List.of(Target.FALSE_POSITIVE, Target.CONFIRMED)),
				"its classes are not FALSE POSITIVE, CONFIRMED, in this order");
	}

	private static void checkNumbers(ModelManifest manifest) {
		double sum = 0;
		for (double importance : manifest.importance()) {
			require(importance >= 0 && importance <= 1, "an importance is not between 0 and 1");
			sum += importance;
		}
		require(sum <= 1 + ROUNDING * manifest.importance().length, "its importances sum to more than 1");
		require(manifest.metrics().values().stream().allMatch((figure) -> figure != null && Double.isFinite(figure)),
				"a figure is not finite");
		require(manifest.provenance().entrySet().stream().allMatch(ModelImports::isText),
				"what it says of its origin is no text");
	}

	private static boolean isText(Map.Entry<String, String> said) {
		return said.getValue() != null && said.getKey().length() + said.getValue().length() <= 2 * LONGEST_NAME;
	}

	/** Models for tables that lack columns are fitted by the same settings. */
	private static void checkOptions(ModelManifest manifest) {
		try {
			manifest.options().algorithm().check(manifest.options().hyperparameters());
		}
		catch (ProblemException ex) {
			throw invalid("its settings are not accepted: " + ex.detail()).causedBy(ex);
		}
		require(manifest.options().engine().has(manifest.options().algorithm()), "its engine has no such algorithm");
		require(manifest.options().excludeFeatures().stream().allMatch(ModelImports::isName),
				"what was left out has no names");
	}

	/** Whatever is asked, the answer must be probabilities. */
	private static void tryOut(TrainedModel model) {
		Random random = new Random(1);
		float[] vector = new float[model.forests().features()];
		double[] probabilities = new double[model.forests().classes()];
		for (int trial = 0; trial < TRIALS; trial++) {
			for (int f = 0; f < vector.length; f++) {
				vector[f] = (random.nextInt(4) == 0) ? Float.NaN
						: (float) (random.nextGaussian() * Math.pow(10, trial % 10));
			}
			model.predict(vector, probabilities);
			double sum = 0;
			for (double probability : probabilities) {
				require(probability >= 0 && probability <= 1, "it answers with what is no probability");
				sum += probability;
			}
			require(Math.abs(sum - 1) <= ROUNDING, "its probabilities do not sum to 1");
		}
	}

	private static boolean distinct(List<String> names) {
		return new HashSet<>(names).size() == names.size();
	}

	private static boolean isName(@Nullable String name) {
		return name != null && !name.isBlank() && name.length() <= LONGEST_NAME
				&& name.chars().noneMatch(Character::isISOControl);
	}

	private static void requireNone(String fault) {
		require(fault.isEmpty(), fault);
	}

	private static void require(boolean holds, String fault) {
		if (!holds) {
			throw invalid(fault);
		}
	}

	private static ProblemException invalid(String reason) {
		return new ProblemException(ErrorCode.INVALID_MODEL_FILE, "This model can not be used: " + reason + ".");
	}

}
