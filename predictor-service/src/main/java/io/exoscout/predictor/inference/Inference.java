package io.exoscout.predictor.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.predictor.inference.InferenceOutcome.Encoded;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests of the protocol: columns become rows, and rows are scored as those of
 * JSON are, by the same rules and with equal numbers.
 */
record Inference(ModelShelf shelf, NamedModels models, RowScoring scoring, TableLimits limits, JsonMapper json) {

	Inference(ModelShelf shelf, RowScoring scoring, TableLimits limits, JsonMapper json) {
		this(shelf, new NamedModels(shelf), scoring, limits, json);
	}

	/** The tensors of a model. */
	ModelSignature signature(String name, @Nullable String version) {
		FoundModel found = this.models.find(name, version);
		return ModelSignature.of(name, this.shelf.versions(found.card().modelName()), found.card(),
				this.shelf.load(found.card()));
	}

	/** Sees to it that a model is there and can be loaded. */
	void requireReady(String name, @Nullable String version) {
		this.shelf.load(this.models.find(name, version).card());
	}

	/**
	 * Scores rows.
	 * @throws ProblemException if the request can not be answered, in whole
	 */
	Encoded infer(String name, @Nullable String version, InferenceRequest request) throws IOException {
		FoundModel model = this.models.find(name, version);
		WantedExplanation explain = request.explain();
		// before anything is scored, and whether or not an explanation is looked at
		explain.output(model.card().manifest().classNames());
		Mission mission = model.card().manifest().mission();
		requireWholeNames(request, List.of(mission.objectColumn(), mission.starColumn()));
		List<OutputColumn> columns = columns(model, request, explain.features());
		boolean explains = columns.stream().anyMatch((column) -> column.meaning().explains());
		InferenceOutcome outcome = new InferenceOutcome(columns);
		this.scoring.score(model, new JsonRows(request.rows(), this.limits),
				explains ? explain : WantedExplanation.NONE, (header) -> outcome.under(header.noting(model.notes())));
		return outcome.encoded(name, model.card().modelId(), request.id(), this.json);
	}

	/** A star's number in single precision may be that of another star. */
	private static void requireWholeNames(InferenceRequest request, List<String> names) {
		for (int i = 0; i < request.inputs().size(); i++) {
			InputTensor input = request.inputs().get(i);
			if (input.datatype().rounds() && names.contains(input.name())) {
				throw InputTensor.invalid("inputs[%d].datatype".formatted(i),
						"Input '%s' tells objects apart and can not be %s, which rounds; accepted are BYTES and integers"
							.formatted(input.name(), input.datatype()));
			}
		}
	}

	private static List<OutputColumn> columns(FoundModel model, InferenceRequest request, int explain) {
		List<OutputTensor> all = OutputTensor.of(model.card().manifest().classNames());
		request.outputs().keySet().forEach((name) -> requireKnown(name, all, explain));
		int reasons = Math.min(explain, model.card().manifest().features().size());
		List<OutputColumn> columns = new ArrayList<>();
		for (OutputTensor output : all) {
			Boolean binary = request.wants(output.name());
			if (binary != null && (reasons > 0 || !output.explains())) {
				columns.add(OutputColumn.of(output, request.inputs().get(0).rows(), output.width(reasons), binary));
			}
		}
		return columns;
	}

	private static void requireKnown(String name, List<OutputTensor> all, int explain) {
		OutputTensor found = all.stream().filter((output) -> output.name().equals(name)).findFirst().orElse(null);
		if (found == null) {
			String detail = "There is no output '%s'. There are: %s.".formatted(Quoted.shortened(name),
					all.stream().map(OutputTensor::name).collect(Collectors.joining(", ")));
			throw new ProblemException(ErrorCode.UNKNOWN_OUTPUT, detail, InputError.field("outputs", detail));
		}
		if (found.explains() && explain == 0) {
			String detail = "Output '%s' comes with the parameter explain: {\"parameters\": {\"explain\": 3}}."
				.formatted(name);
			throw new ProblemException(ErrorCode.UNKNOWN_OUTPUT, detail, InputError.field("outputs", detail));
		}
	}

}
