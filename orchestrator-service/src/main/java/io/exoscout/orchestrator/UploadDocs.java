package io.exoscout.orchestrator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureTag;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.Hyperparameter;
import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;

import org.springframework.http.MediaType;

/** Describes the form of an upload: {@code params} is a text whose JSON has a schema. */
class UploadDocs implements ServiceDocs {

	private static final String PARAMS = "TrainingParams";

	private static final TrainingDefaults DEFAULTS = TrainingDefaults.ALL;

	@Override
	public void complete(OpenAPI api) {
		Stream.of("/exo-scout-orchestrator", "/exo-scout-orchestrator/inspect")
			.flatMap((path) -> Optional.ofNullable(api.getPaths().get(path)).stream())
			.forEach((path) -> {
				api.getComponents().addSchemas(PARAMS, params(api));
				Optional.ofNullable(path.getPost().getParameters())
					.ifPresent((all) -> all.removeIf((parameter) -> !parameter.getName().equals("profile")));
				path.getPost()
					.setRequestBody(new RequestBody().required(true)
						.content(ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, form())));
			});
	}

	private static Schema<?> form() {
		Schema<?> params = ApiParts.simple("string", "Options of the training, as JSON; left out, all have defaults");
		params.setContentMediaType(MediaType.APPLICATION_JSON_VALUE);
		params.setContentSchema(ApiParts.reference(PARAMS));
		Schema<?> form = object("What is to be learnt from");
		form.addProperty("file", ApiParts.simple("string", "A table: CSV, or a gzip or zip of one").format("binary"));
		form.addProperty("params", params);
		form.addRequiredItem("file");
		return form;
	}

	private static Schema<?> params(OpenAPI api) {
		Schema<?> params = object("Options of a training. Unknown names are refused.");
		params.setAdditionalProperties(false);
		params.addProperty("algorithm", choice("The learner", Algorithm.ids(), DEFAULTS.algorithm().id()));
		params.addProperty("engine", choice("Whose learner fits it; tribuo has %s".formatted(
				Engine.TRIBUO.algorithms().stream().map(Algorithm::id).sorted().collect(Collectors.joining(" and "))),
				Engine.ids(), DEFAULTS.engine().id()));
		Schema<?> name = ApiParts.simple("string",
				"Label of the model, no part of the job's identity; left out, made of algorithm and job");
		name.setPattern("^" + TrainingRequestReader.MODEL_NAME.pattern() + "$");
		params.addProperty("model_name", name);
		params.addProperty("target", choice("What is told apart: planets from the rest, or the labels of the table",
				Target.ids(), DEFAULTS.target().id()));
		Schema<?> hyperparameters = new JsonSchema().description("Settings of the algorithm; each has a default");
		for (Algorithm algorithm : Algorithm.values()) {
			String schema = schemaName(algorithm);
			api.getComponents().addSchemas(schema, hyperparameters(algorithm));
			hyperparameters.addAnyOfItem(ApiParts.reference(schema));
		}
		params.addProperty("hyperparameters", hyperparameters);
		Schema<Object> excluded = new JsonSchema().typesItem("array")
			.description("Features, columns and tags of features to leave out; tags are "
					+ String.join(", ", FeatureTag.ids()));
		excluded.setItems(new JsonSchema().typesItem("string"));
		excluded.setDefault(DEFAULTS.excludeFeatures());
		params.addProperty("exclude_features", excluded);
		Schema<?> features = ApiParts.simple("string",
				"The feature set; left out, the first of those that the options list for the table's mission");
		Stream.of(Mission.values())
			.flatMap((mission) -> FeatureSet.offered(mission).stream())
			.forEach((version) -> ((JsonSchema) features).addEnumItemObject(version));
		params.addProperty("features", features);
		Schema<?> seed = ApiParts.simple("integer", "Where all randomness starts; same input and seed, same model")
			.format("int64");
		seed.setDefault(DEFAULTS.seed());
		params.addProperty("seed", seed);
		Schema<?> labels = object("What the values of the label column stand for, for example {\"1\": \"CONFIRMED\"}");
		labels.setAdditionalProperties(new JsonSchema().typesItem("string"));
		params.addProperty("labels", labels);
		return params;
	}

	private static String schemaName(Algorithm algorithm) {
		return Stream.of(algorithm.id().split("_"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.reduce("", String::concat) + "Hyperparameters";
	}

	private static Schema<?> hyperparameters(Algorithm algorithm) {
		Schema<?> all = object("Settings of " + algorithm.id());
		all.setAdditionalProperties(false);
		for (Hyperparameter known : algorithm.hyperparameters()) {
			Schema<?> one = ApiParts.simple(known.whole() ? "integer" : "number", known.meaning())
				.minimum(plain(known.min()))
				.maximum(plain(known.max()));
			one.setDefault(plain(known.preset()));
			all.addProperty(known.name(), one);
		}
		return all;
	}

	private static BigDecimal plain(double value) {
		return new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
	}

	private static Schema<?> choice(String description, Iterable<String> accepted, String fallback) {
		Schema<Object> choice = new JsonSchema().typesItem("string").description(description);
		accepted.forEach(choice::addEnumItemObject);
		choice.setDefault(fallback);
		return choice;
	}

	private static Schema<?> object(String description) {
		return ApiParts.simple("object", description);
	}

}
