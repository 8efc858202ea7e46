package io.exoscout.predictor.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.prediction.Prediction.Explained;
import org.jspecify.annotations.Nullable;

/**
 * An output that a model can give.
 *
 * @param name what it is called
 * @param datatype {@code BYTES}, {@code FP64} or {@code BOOL}
 * @param need what has to be asked for so that it is there
 * @param listed whether it has as many elements for each row as reasons were asked for,
 * and not one
 * @param elements what it has of one row: texts or numbers, none of them {@code NaN};
 * nothing of a row that is not explained
 */
record OutputTensor(String name, Datatype datatype, Need need, boolean listed, Function<Prediction, List<?>> elements) {

	/** What an output is there with. */
	enum Need {

		/** Always. */
		NOTHING("", ""),
		/** With an explanation. */
		EXPLANATION("explain", "3"),
		/** With a selection. */
		SELECTION("precision", "0.97");

		private final String parameter;

		private final String example;

		Need(String parameter, String example) {
			this.parameter = parameter;
			this.example = example;
		}

		/** How to ask for it, as JSON. */
		String example() {
			return "{\"parameters\": {\"%s\": %s}}".formatted(this.parameter, this.example);
		}

		/** The parameter that asks for it. */
		String parameter() {
			return this.parameter;
		}

	}

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
		outputs.add(new OutputTensor("features", Datatype.BYTES, Need.EXPLANATION, true,
				(prediction) -> reasons(prediction, Contribution::feature)));
		outputs.add(new OutputTensor("contributions", Datatype.FP64, Need.EXPLANATION, true,
				(prediction) -> reasons(prediction, Contribution::contribution)));
		outputs.add(part("base_value", Explained::baseValue));
		outputs.add(part("rest", Explained::rest));
		outputs.add(new OutputTensor("selected", Datatype.BOOL, Need.SELECTION, false,
				(prediction) -> List.of(Boolean.TRUE.equals(prediction.selected()) ? 1.0 : 0.0)));
		return outputs;
	}

	/** How many elements each row has, if so many reasons are given. */
	int width(int reasons) {
		return this.listed ? reasons : 1;
	}

	/** What contributions are added to. */
	private static OutputTensor part(String name, Function<Explained, @Nullable Double> part) {
		return new OutputTensor(name, Datatype.FP64, Need.EXPLANATION, false,
				(prediction) -> Stream.ofNullable(part.apply(prediction.explained())).toList());
	}

	private static OutputTensor text(String name, Function<Prediction, String> text) {
		return new OutputTensor(name, Datatype.BYTES, Need.NOTHING, false,
				(prediction) -> List.of(text.apply(prediction)));
	}

	private static OutputTensor number(String name, ToDoubleFunction<Prediction> number) {
		return new OutputTensor(name, Datatype.FP64, Need.NOTHING, false,
				(prediction) -> List.of(number.applyAsDouble(prediction)));
	}

	private static List<?> reasons(Prediction prediction, Function<Contribution, ?> part) {
		return Objects.requireNonNullElse(prediction.explanation(), List.<Contribution>of())
			.stream()
			.map(part)
			.toList();
	}

}
