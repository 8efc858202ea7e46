package io.exoscout.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.FeatureSet;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Takes an ensemble of trees that was trained elsewhere and written as ONNX, by skl2onnx,
 * onnxmltools or whatever else, and makes a model of it that scores like our own. Nothing
 * of the file is run, no other file is opened, and whatever would be lost is refused.
 */
public final class OnnxImport {

	/** Of a model's provenance: how many objects of the training table came with it. */
	public static final String OBJECTS = "onnx_objects";

	/** Larger files are not taken. */
	public static final int MAX_BYTES = 64 << 20;

	/** A whole number, as field 1. */
	private static final byte VERSION_FIELD = 1 << 3;

	private static final int LAST_ML_OPSET = 5;

	/** In place of the digest of a training table that nobody here has seen. */
	private static final String UNKNOWN_TABLE = "0".repeat(64);

	private final ModelProto file;

	private final String digest;

	private OnnxImport(ModelProto file, String digest) {
		this.file = file;
		this.digest = digest;
	}

	/**
	 * What a file may leave open.
	 *
	 * @param mission whose tables the model scores; {@code null} if the names tell
	 * @param features the names of its features, in their order; none if its inputs or
	 * its metadata name them
	 * @param classes the names of its classes, in their order; none if the file names
	 * them
	 */
	public record Hints(@Nullable Mission mission, List<String> features, List<String> classes) {

		/** Nothing but the file. */
		public static final Hints NONE = new Hints(null, List.of(), List.of());

		/**
		 * Hints as parameters of a request, lists with commas between names.
		 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if
		 * there is no such mission
		 */
		public static Hints of(@Nullable String mission, @Nullable String features, @Nullable String classes) {
			Mission said = (mission == null) ? null : Mission.of(mission)
				.orElseThrow(() -> ProblemException.invalidParameter("mission",
						"mission is '%s'; accepted are %s".formatted(Quoted.shortened(mission),
								Arrays.stream(Mission.values()).map(Mission::id).collect(Collectors.joining(", ")))));
			return new Hints(said, names(features), names(classes));
		}

		private static List<String> names(@Nullable String names) {
			return (names == null || names.isBlank()) ? List.of()
					: Arrays.stream(names.split(",", -1)).map(String::strip).toList();
		}

	}

	/**
	 * Whether a file begins as ONNX files do: with its version, the first field of the
	 * format, where our own model files begin with a word.
	 */
	public static boolean looksLikeOne(byte[] file) {
		return file.length > 1 && file[0] == VERSION_FIELD && file[1] > 0;
	}

	/**
	 * Reads a model.
	 * @param file the ONNX file
	 * @param hints what it may leave open
	 * @return a model of the current feature set, with nothing known of its training
	 * @throws ProblemException {@code INVALID} (code {@code invalid_onnx_file}) if the
	 * file is not intact, {@code UNUSABLE} (code {@code unsupported_onnx}) if it is
	 * something else than an ensemble of trees that tells classes from our columns or
	 * features
	 */
	public static TrainedModel read(byte[] file, Hints hints) {
		OnnxFault.requireSupported(file.length <= MAX_BYTES,
				"it has %d bytes, at most %d are taken".formatted(file.length, MAX_BYTES));
		OnnxSize.check(file);
		try {
			return new OnnxImport(ModelProto.parseFrom(file), Digests.sha256(file)).model(hints);
		}
		catch (InvalidProtocolBufferException ex) {
			throw OnnxFault.broken("it ends in the middle, or is of another format").causedBy(ex);
		}
	}

	private TrainedModel model(Hints hints) {
		OnnxFault.require(this.file.hasGraph(), "it has no graph");
		// they could give an operator another meaning
		OnnxFault.requireSupported(this.file.getFunctionsCount() == 0, "it brings functions of its own");
		for (OperatorSetIdProto opset : this.file.getOpsetImportList()) {
			OnnxFault.requireSupported(!opset.getDomain().equals(GraphReader.ML) || opset.getVersion() <= LAST_ML_OPSET,
					"it needs version %d of ai.onnx.ml; known are 1 to %d".formatted(opset.getVersion(),
							LAST_ML_OPSET));
		}
		if (OwnGraph.isIn(this.file)) {
			OnnxFault.requireSupported(hints.equals(Hints.NONE),
					"it was written by this program and names its mission, features and classes; leave these out");
			return own();
		}
		GraphReader.Found found = GraphReader.read(this.file.getGraph());
		Ensemble ensemble = ensemble(found.node());
		List<String> classes = classes(found.node(), hints);
		List<String> features = features(found, hints);
		Mission mission = ImportedNames.mission(features, hints.mission());
		List<String> ordered = (ImportedNames.target(classes) == Target.PLANET) ? ImportedNames.PLANET : classes;
		ImportedNames.requireKnown(classes, mission);
		String transform = found.node().getOpType().equals("TreeEnsemble") ? LaterEnsembleReader.transform(found.node())
				: new Attributes(found.node()).text("post_transform", "NONE");
		Forest forest = EnsembleForest.of(ensemble, transform, new Attributes(found.node()).numbers("base_values"),
				features.size(), classes.stream().mapToInt(ordered::indexOf).toArray());
		return new TrainedModel(manifest(found.node(), forest, mission, features, ordered,
				EnsembleForest.importance(ensemble, features.size())), Forests.of(forest), Neighbours.NONE);
	}

	/** A model that was written here: as it was, but for what the file does not hold. */
	private TrainedModel own() {
		List<String> features = ImportedNames.named(metadata(OnnxMetadata.FEATURE_NAMES), "feature");
		List<String> classes = ImportedNames.named(metadata(OnnxMetadata.CLASS_NAMES), "class");
		OnnxFault.require(!features.isEmpty() && features.size() <= GraphReader.MOST_FEATURES && classes.size() >= 2
				&& classes.size() <= GraphReader.MOST_CLASSES, "it does not name its features and classes");
		Mission mission = Mission.of(said(OnnxMetadata.MISSION))
			.orElseThrow(() -> OnnxFault.broken("it does not name its mission"));
		Algorithm algorithm = Algorithm.of(said(OnnxMetadata.ALGORITHM))
			.orElseThrow(() -> OnnxFault.broken("it does not name its algorithm"));
		ImportedNames.requireKnown(classes, mission);
		OwnGraph.Drawn drawn = OwnGraph.read(this.file.getGraph(), features.size(), classes.size());
		String importance = said(OnnxMetadata.IMPORTANCE);
		Neighbours objects = OnnxMetadata.objects(said(OnnxMetadata.OBJECTS));
		Map<String, String> origin = Map.of("origin", "onnx", "onnx_sha256", this.digest, "onnx_producer",
				OnnxModel.PRODUCER, "onnx_model_sha256", Quoted.shortened(said(OnnxMetadata.MODEL)), "onnx_job_id",
				Quoted.shortened(said(OnnxMetadata.JOB_ID)), OBJECTS, String.valueOf(objects.size()));
		ModelManifest manifest = new ModelManifest(this.digest, mission,
				new TrainingOptions(algorithm, ImportedNames.target(classes), Map.of(), List.of(), 0),
				said(OnnxMetadata.FEATURE_SET), features, classes,
				importance.isEmpty() ? drawn.importance() : OnnxMetadata.numbers(importance),
				drawn.calibration().method(), drawn.calibration(), Map.of(), Map.of(), said(OnnxMetadata.TABLE),
				origin);
		TrainedModel model = new TrainedModel(manifest, drawn.forests(), objects);
		if (manifest.importance().length != features.size() || !OnnxModel.drawn(model).equals(this.file.getGraph())) {
			throw OnnxFault.changed();
		}
		return model;
	}

	private static Ensemble ensemble(NodeProto node) {
		return switch (node.getOpType()) {
			case "TreeEnsembleClassifier" -> EnsembleReader.read(node, "class");
			case "TreeEnsembleRegressor" -> {
				OnnxFault.requireSupported(new Attributes(node).text("aggregate_function", "SUM").equals("SUM"),
						"its leaves are not added");
				yield EnsembleReader.read(node, "target");
			}
			default -> LaterEnsembleReader.read(node);
		};
	}

	/** The names of the classes: those that were said, or those of the file. */
	private List<String> classes(NodeProto node, Hints hints) {
		Attributes attributes = new Attributes(node);
		List<String> own = attributes.texts("classlabels_strings");
		int count = Math.max(own.size(), attributes.integers("classlabels_int64s").length);
		List<String> said = Stream.of(hints.classes(), own, metadata(OnnxMetadata.CLASS_NAMES))
			.filter((names) -> !names.isEmpty())
			.findFirst()
			.orElseThrow(() -> OnnxFault.unsupported("it does not name its classes; name them in order as `classes`"));
		OnnxFault.requireSupported(count == 0 || said.size() == count,
				"it tells %d classes apart, and %d are named".formatted(count, said.size()));
		OnnxFault.requireSupported(said.size() >= 2 && said.size() <= GraphReader.MOST_CLASSES,
				"it tells %d classes apart; 2 to %d are taken".formatted(said.size(), GraphReader.MOST_CLASSES));
		return ImportedNames.named(said, "class");
	}

	/** The names of the features, in the order of a vector. */
	private List<String> features(GraphReader.Found found, Hints hints) {
		List<@Nullable String> inputs = found.inputs();
		List<String> own = inputs.stream().filter(Objects::nonNull).map(String::valueOf).toList();
		List<String> said = Stream
			.of(hints.features(), (own.size() == inputs.size()) ? own : List.<String>of(),
					metadata(OnnxMetadata.FEATURE_NAMES))
			.filter((names) -> !names.isEmpty())
			.findFirst()
			.orElseThrow(() -> OnnxFault
				.unsupported("it does not name what goes in; name columns or features in order as `features`"));
		OnnxFault.requireSupported(inputs.isEmpty() || said.size() == inputs.size(),
				"it takes %d features, and %d are named".formatted(inputs.size(), said.size()));
		OnnxFault.requireSupported(said.size() <= GraphReader.MOST_FEATURES, "it takes too many features");
		return ImportedNames.named(said, "feature");
	}

	private List<String> metadata(String key) {
		String names = said(key);
		return names.isEmpty() ? List.of() : OnnxMetadata.names(names);
	}

	/** What the metadata say of something; empty if nothing. */
	private String said(String key) {
		return this.file.getMetadataPropsList()
			.stream()
			.filter((entry) -> entry.getKey().equals(key))
			.findFirst()
			.map(StringStringEntryProto::getValue)
			.orElse("");
	}

	private ModelManifest manifest(NodeProto node, Forest forest, Mission mission, List<String> features,
			List<String> classes, double[] importance) {
		// the nearest words: that nothing is known of the training is said by what is
		// empty, and by where it comes from
		Algorithm kind = (forest.link() == Link.MEAN) ? Algorithm.RANDOM_FOREST : Algorithm.GRADIENT_BOOSTING;
		Map<String, String> origin = Map.of("origin", "onnx", "onnx_sha256", this.digest, "onnx_producer",
				Quoted.shortened(this.file.getProducerName() + " " + this.file.getProducerVersion()).strip(),
				"onnx_operator", node.getOpType(), OBJECTS, "0");
		return new ModelManifest(this.digest, mission,
				new TrainingOptions(kind, ImportedNames.target(classes), Map.of(), List.of(), 0),
				FeatureSet.current(mission).version(), features, classes, importance, Calibration.NONE.method(),
				Calibration.NONE, Map.of(), Map.of(), UNKNOWN_TABLE, origin);
	}

}
