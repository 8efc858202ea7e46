package io.exoscout.predictor.inputs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.feature.FeatureInput;
import io.exoscout.model.TrainingRows;
import io.exoscout.predictor.rows.ModelInputs;

/**
 * What a model asks for, for those who want to try it.
 *
 * @param columns those that are features themselves, what matters most first; what only
 * goes into computed features, such as uncertainties, is left out
 * @param examples training rows that have all of them, of each class as many
 */
public record ModelColumns(List<InputColumn> columns, List<Example> examples) {

	/** Of each class. */
	private static final int EXAMPLES = 3;

	/**
	 * A row the model was trained on.
	 *
	 * @param label its class
	 * @param values by column
	 */
	public record Example(String label, Map<String, Float> values) {
	}

	static ModelColumns of(ModelInputs inputs) {
		TrainingRows rows = inputs.model().rows();
		List<FeatureInput> features = inputs.features();
		int[] places = IntStream.range(0, (rows.size() == 0) ? 0 : features.size())
			.filter((feature) -> features.get(feature).column() != null)
			.toArray();
		List<InputColumn> columns = IntStream.of(places).mapToObj((feature) -> {
			FeatureInput input = features.get(feature);
			int column = inputs.columns().indexOf(input.name());
			return InputColumn.of(input, (column < 0) ? 0 : inputs.importance(column), rows.values()[feature]);
		}).sorted(Comparator.comparingDouble(InputColumn::importance).reversed()).toList();
		return new ModelColumns(columns, examples(inputs, places));
	}

	private static List<Example> examples(ModelInputs inputs, int[] places) {
		TrainingRows rows = inputs.model().rows();
		List<String> classes = inputs.model().manifest().classNames();
		List<Example> examples = new ArrayList<>();
		for (int label = 0; label < classes.size(); label++) {
			int wanted = label;
			int[] whole = IntStream.range(0, rows.size())
				.filter((row) -> rows.labels()[row] == wanted)
				.filter((row) -> IntStream.of(places).noneMatch((feature) -> Float.isNaN(rows.values()[feature][row])))
				.toArray();
			// from all over the table, the same ones each time
			for (int i = 0; i < Math.min(EXAMPLES, whole.length); i++) {
				int row = whole[(2 * i + 1) * whole.length / (2 * EXAMPLES)];
				Map<String, Float> values = new LinkedHashMap<>();
				IntStream.of(places)
					.forEach((feature) -> values.put(inputs.features().get(feature).name(),
							rows.values()[feature][row]));
				examples.add(new Example(classes.get(label), values));
			}
		}
		return examples;
	}

}
