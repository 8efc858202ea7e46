package io.exoscout.predictor.inference;

import java.util.List;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.model.ModelCard;
import io.exoscout.predictor.rows.ModelInputs;

/**
 * What goes into a model and comes out of it.
 *
 * @param name what it was called in the address
 * @param versions the jobs that trained a model of this name, newest first; a version is
 * one of them, or an alias of one
 * @param platform what computes it
 * @param inputs a tensor for each column that it looks at, and for the names that objects
 * are told by; any of them may be left out, and then `information` says what that costs
 * @param outputs what it can say of each row; `features`, `contributions`, `base_value`
 * and `rest` with the parameter `explain`, `selected` with `precision` or `recall`
 */
record ModelSignature(String name, List<String> versions, String platform, List<TensorSignature> inputs,
		List<TensorSignature> outputs) {

	private static final long ANY = -1;

	/**
	 * A tensor.
	 *
	 * @param name of the column or the output
	 * @param datatype of inputs the one that loses nothing; others are taken as well
	 * @param shape -1 stands for any length
	 */
	record TensorSignature(String name, Datatype datatype, List<Long> shape) {
	}

	static ModelSignature of(String name, List<String> versions, ModelCard card, ModelInputs inputs) {
		Mission mission = inputs.mission();
		List<String> names = List.of(mission.objectColumn(), mission.starColumn());
		return new ModelSignature(name, versions, "exoscout_forest",
				Stream.concat(
						inputs.columns()
							.stream()
							.filter((column) -> !names.contains(column))
							.map((column) -> new TensorSignature(column, Datatype.FP32, List.of(ANY, 1L))),
						names.stream().map((column) -> new TensorSignature(column, Datatype.BYTES, List.of(ANY, 1L))))
					.toList(),
				OutputTensor.of(card.manifest().classNames())
					.stream()
					.map((output) -> new TensorSignature(output.name(), output.datatype(),
							List.of(ANY, output.listed() ? ANY : 1L)))
					.toList());
	}

}
