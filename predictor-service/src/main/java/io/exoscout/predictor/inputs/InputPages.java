package io.exoscout.predictor.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Verdict;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.predictor.inputs.InputPage.Example;
import io.exoscout.predictor.inputs.InputPage.InputColumn;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;

/** Describes what can be put into a model, by the rows that stay with it. */
final class InputPages {

	private static final int QUANTILES = 21;

	/** Where in the order of their probabilities examples are taken from. */
	private static final List<Double> PLACES = List.of(1 / 6.0, 1 / 2.0, 5 / 6.0);

	private final ModelCard card;

	private final ModelInputs inputs;

	private final ModelManifest manifest;

	/**
	 * The values of each column, by training row; {@code null} where they are not kept.
	 */
	private final List<float @Nullable []> values;

	private InputPages(ModelCard card, ModelInputs inputs) {
		this.card = card;
		this.inputs = inputs;
		this.manifest = inputs.model().manifest();
		this.values = new ArrayList<>();
		boolean kept = inputs.model().rows().size() > 0;
		for (String column : inputs.columns()) {
			int feature = this.manifest.features().indexOf(column);
			this.values.add((kept && feature >= 0) ? inputs.model().rows().values()[feature] : null);
		}
	}

	static InputPage of(ModelCard card, ModelInputs inputs) {
		return new InputPages(card, inputs).page();
	}

	private InputPage page() {
		List<InputColumn> columns = IntStream.range(0, this.values.size())
			.mapToObj(this::column)
			.sorted(Comparator.comparingDouble((InputColumn column) -> -column.importance()))
			.toList();
		return new InputPage(this.card.modelId(), this.card.modelName(), this.manifest.mission(),
				this.manifest.classNames(), columns, examples());
	}

	private InputColumn column(int place) {
		ArchiveColumn column = ArchiveColumns.of(this.manifest.mission(), this.inputs.columns().get(place));
		float[] values = this.values.get(place);
		float[] finite = (values != null) ? finite(values) : new float[0];
		return new InputColumn(this.inputs.columns().get(place), column.unit(), column.meaning(), column.core(),
				Rounded.sixDigits(this.inputs.importance(place)),
				(values != null) ? Rounded.sixDigits(1 - (double) finite.length / values.length) : null,
				quantiles(finite));
	}

	private static float[] finite(float[] values) {
		float[] finite = new float[values.length];
		int count = 0;
		for (float value : values) {
			if (Float.isFinite(value)) {
				finite[count++] = value;
			}
		}
		return Arrays.copyOf(finite, count);
	}

	private static List<Float> quantiles(float[] values) {
		if (values.length == 0) {
			return List.of();
		}
		Arrays.sort(values);
		return IntStream.range(0, QUANTILES)
			.mapToObj((i) -> values[(int) Math.round((double) i * (values.length - 1) / (QUANTILES - 1))])
			.toList();
	}

	private List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		examples.addAll(examples(true));
		examples.addAll(examples(false));
		return examples;
	}

	private List<Example> examples(boolean planets) {
		int[] labels = this.inputs.model().rows().labels();
		int[] rows = IntStream.range(0, labels.length)
			.filter((row) -> verdict(labels[row]) != Verdict.UNDECIDED)
			.filter((row) -> (verdict(labels[row]) == Verdict.PLANET) == planets)
			.toArray();
		int fewest = Arrays.stream(rows).map(this::blanks).min().orElse(0);
		List<Example> complete = Arrays.stream(rows)
			.filter((row) -> blanks(row) == fewest)
			.mapToObj(this::example)
			.sorted(Comparator.comparingDouble(Example::probability))
			.toList();
		return complete.isEmpty() ? List.of()
				: PLACES.stream().map((place) -> complete.get((int) (place * complete.size()))).distinct().toList();
	}

	private int blanks(int row) {
		return (int) this.values.stream().filter((column) -> column != null && Float.isNaN(column[row])).count();
	}

	private Example example(int row) {
		float[][] values = this.inputs.model().rows().values();
		float[] vector = new float[values.length];
		for (int f = 0; f < vector.length; f++) {
			vector[f] = values[f][row];
		}
		double[] probabilities = new double[this.manifest.classNames().size()];
		this.inputs.model().predict(vector, probabilities);
		double planet = IntStream.range(0, probabilities.length)
			.filter((label) -> verdict(label) == Verdict.PLANET)
			.mapToDouble((label) -> probabilities[label])
			.sum();
		Map<String, @Nullable Float> cells = new LinkedHashMap<>();
		for (int i = 0; i < this.values.size(); i++) {
			float[] column = this.values.get(i);
			if (column != null) {
				cells.put(this.inputs.columns().get(i), Float.isNaN(column[row]) ? null : (Float) column[row]);
			}
		}
		return new Example(this.manifest.classNames().get(this.inputs.model().rows().labels()[row]),
				Rounded.sixDigits(planet), cells);
	}

	/** Classes of models that came as files may be called anything. */
	private Verdict verdict(int label) {
		String className = this.manifest.classNames().get(label);
		try {
			return this.manifest.options().target().verdictOf(this.manifest.mission(), className);
		}
		catch (IllegalArgumentException ex) {
			return Verdict.UNDECIDED;
		}
	}

}
