package io.exoscout.predictor.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;

/**
 * An output that a model can give.
 *
 * @param name what it is called
 * @param datatype {@code BYTES} or {@code FP64}
 * @param explains whether it has as many elements for each row as reasons were asked for,
 * and not one
 * @param elements what it has of one row: texts or numbers, none of them {@code NaN}
 */
record OutputTensor(String name, Datatype datatype, boolean explains, Function<Prediction, List<?>> elements) {

	/**
	 * The outputs of a model.
	 * @param classNames its classes
	 */
	static List<OutputTensor> of(List<String> classNames) {
		List<OutputTensor> outputs = new ArrayList<>();
		outputs.add(text("object", (prediction) -> Objects.requireNonNullElse(prediction.object(), "")));
		outputs.add(text("class", Prediction::className));
		outputs.add(number("probability", Prediction::probability));
		// called as in the CSV of predictions
		classNames
			.forEach((name) -> outputs.add(number("probability_" + name.toLowerCase(Locale.ROOT).replace(' ', '_'),
					(prediction) -> prediction.probabilities().getOrDefault(name, 0.0))));
		outputs.add(number("information", (prediction) -> Objects.requireNonNullElse(prediction.information(), 0.0)));
		outputs.add(new OutputTensor("features", Datatype.BYTES, true,
				(prediction) -> reasons(prediction, Contribution::feature)));
		outputs.add(new OutputTensor("contributions", Datatype.FP64, true,
				(prediction) -> reasons(prediction, Contribution::contribution)));
		return outputs;
	}

	private static OutputTensor text(String name, Function<Prediction, String> text) {
		return new OutputTensor(name, Datatype.BYTES, false, (prediction) -> List.of(text.apply(prediction)));
	}

	private static OutputTensor number(String name, ToDoubleFunction<Prediction> number) {
		return new OutputTensor(name, Datatype.FP64, false, (prediction) -> List.of(number.applyAsDouble(prediction)));
	}

	private static List<?> reasons(Prediction prediction, Function<Contribution, ?> part) {
		return Objects.requireNonNullElse(prediction.explanation(), List.<Contribution>of())
			.stream()
			.map(part)
			.toList();
	}

}
