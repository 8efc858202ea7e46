package io.exoscout.predictor.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.Selection;
import io.exoscout.predictor.inference.InferenceOutcome.Encoded;
import io.exoscout.predictor.inference.OutputTensor.Need;
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
		return ModelSignature.of(name, this.shelf.cards().versions(found.card().modelName()), found.card(),
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
		Selection selection = this.shelf.selection(model.card(), request.select()).orElse(null);
		List<OutputColumn> columns = columns(model, request);
		boolean explains = columns.stream().anyMatch((column) -> column.meaning().need() == Need.EXPLANATION);
		InferenceOutcome outcome = new InferenceOutcome(columns, selection);
		this.scoring.score(model, new JsonRows(request.rows(), this.limits, request.bytes()),
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

	private static List<OutputColumn> columns(FoundModel model, InferenceRequest request) {
		List<OutputTensor> all = OutputTensor.of(model.card().manifest().classNames());
		request.outputs().keySet().forEach((name) -> requireThere(name, all, request));
		int reasons = Math.min(request.explain().features(), model.card().manifest().features().size());
		List<OutputColumn> columns = new ArrayList<>();
		for (OutputTensor output : all) {
			Boolean binary = request.wants(output.name());
			if (binary != null && isThere(output, request)) {
				columns.add(OutputColumn.of(output, request.inputs().get(0).rows(), output.width(reasons), binary));
			}
		}
		return columns;
	}

	private static boolean isThere(OutputTensor output, InferenceRequest request) {
		return switch (output.need()) {
			case NOTHING -> true;
			case EXPLANATION -> request.explain().features() > 0;
			case SELECTION -> request.select() != null;
		};
	}

	private static void requireThere(String name, List<OutputTensor> all, InferenceRequest request) {
		OutputTensor found = all.stream().filter((output) -> output.name().equals(name)).findFirst().orElse(null);
		if (found == null) {
			throw unknown("There is no output '%s'. There are: %s.".formatted(Quoted.shortened(name),
					all.stream().map(OutputTensor::name).collect(Collectors.joining(", "))));
		}
		if (!isThere(found, request)) {
			throw unknown("Output '%s' comes with the parameter %s: %s.".formatted(name, found.need().parameter(),
					found.need().example()));
		}
	}

	private static ProblemException unknown(String detail) {
		return new ProblemException(ErrorCode.UNKNOWN_OUTPUT, detail, InputError.field("outputs", detail));
	}

}
