package io.exoscout.stream.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.dataset.MeasurementCheck;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectRow;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Where a model finds what it looks at in the events of a stream: its columns among the
 * features, the names of object and star among id and keys. An event is read as a row
 * that is sent to the predictor.
 */
final class StoredInputs {

	private static final String PARTS = Pattern.quote(String.valueOf(EventDecoder.SEPARATOR));

	private final StreamDefinition definition;

	private final Mission mission;

	private final FeatureVectors vectors;

	/** Names of the cells that an event is looked at as: id, keys, features. */
	private final List<String> cells;

	/** Where the model's columns stand among the features. */
	private final int[] places;

	private final ColumnRange[] ranges;

	private final int object;

	private final StarSource stars;

	/**
	 * The inputs of a model.
	 * @throws ProblemException {@code missing_columns} if the stream lacks what the model
	 * looks at, {@code invalid_input} if it has what the model does not look at, and
	 * {@code unknown_feature_set} if a later version trained it
	 */
	StoredInputs(TrainedModel model, StreamDefinition definition) {
		this.definition = definition;
		this.mission = model.manifest().mission();
		this.vectors = new FeatureVectors(FeatureSet.of(this.mission, model.manifest().featureSet()),
				model.manifest().features());
		List<String> features = definition.features().stream().map(StreamFeature::column).toList();
		List<String> names = Stream.concat(definition.id().stream(), definition.keys().stream()).toList();
		requireAll(features, names);
		requireUsed();
		this.cells = Stream.concat(names.stream(), features.stream()).toList();
		this.places = this.vectors.columns().stream().mapToInt(features::indexOf).toArray();
		this.ranges = this.vectors.columns()
			.stream()
			.map((column) -> ColumnSpan.rangeOf(this.mission, column))
			.toArray(ColumnRange[]::new);
		this.object = this.cells.indexOf(this.mission.objectColumn());
		this.stars = new StarSource(this.mission, this.cells);
	}

	private void requireAll(List<String> features, List<String> names) {
		List<InputError> missing = new ArrayList<>();
		this.vectors.columns()
			.stream()
			.filter((column) -> !features.contains(column))
			.forEach((column) -> missing.add(InputError.column(column, "column '" + column + "' is no feature")));
		if (this.vectors.relational()) {
			Stream.of(this.mission.objectColumn(), this.mission.starColumn())
				.filter((column) -> !names.contains(column))
				.forEach((column) -> missing
					.add(InputError.column(column, "column '" + column + "' is neither of the id nor of the keys")));
		}
		if (!missing.isEmpty()) {
			List<String> columns = missing.stream().map(InputError::column).toList();
			throw new ProblemException(ErrorCode.MISSING_COLUMNS,
					"The stored model looks at columns that the stream does not have: %s%s".formatted(
							String.join(", ", columns),
							this.vectors.relational()
									? "; those of measurements have to be features, %s and %s of the id or the keys"
										.formatted(this.mission.objectColumn(), this.mission.starColumn())
									: "; they have to be features"),
					missing);
		}
	}

	private void requireUsed() {
		List<StreamFeature> features = this.definition.features();
		for (int i = 0; i < features.size(); i++) {
			StreamFeature feature = features.get(i);
			String path = "features[" + i + "]";
			if (!this.vectors.columns().contains(feature.column())) {
				throw ProblemException.invalidField(path + ".column",
						"Field '%s.column' is %s, at which the stored model does not look; leave it out."
							.formatted(path, Quoted.of(feature.column())));
			}
			if (feature.lag() > 0 || !feature.rolling().isEmpty()) {
				throw ProblemException.invalidField(path,
						"Field '%s' has a lag or windows, which the stored model does not know; it looks at %s as it is."
							.formatted(path, Quoted.of(feature.column())));
			}
		}
	}

	Mission mission() {
		return this.mission;
	}

	FeatureVectors vectors() {
		return this.vectors;
	}

	/**
	 * An event as a row of the model's columns.
	 * @param id what it is called
	 * @param key whose it is
	 * @param values its features
	 * @return the row; null if what it holds are no measurements, for which the predictor
	 * would refuse it
	 */
	@Nullable ObjectRow row(String id, String key, double[] values) {
		List<String> texts = texts(id, key, values);
		MeasurementCheck check = new MeasurementCheck(this.mission, this.cells, "event");
		check.add(1, texts);
		if (check.problem() != null) {
			return null;
		}
		float[] numbers = new float[this.places.length];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = this.ranges[i].possible(number(values[this.places[i]]));
		}
		String name = Designation.object(this.mission, (this.object < 0) ? "" : texts.get(this.object));
		return new ObjectRow(1, name, this.stars.of(texts, name), "", numbers);
	}

	private List<String> texts(String id, String key, double[] values) {
		List<String> texts = new ArrayList<>(parts(id, this.definition.id().size()));
		texts.addAll(parts(key, this.definition.keys().size()));
		for (double value : values) {
			texts.add(Double.isNaN(value) ? "" : String.valueOf(value));
		}
		return texts;
	}

	private static List<String> parts(String name, int count) {
		return (count == 0) ? List.of() : Arrays.asList(name.split(PARTS, count));
	}

	private static float number(double value) {
		return (Math.abs(value) <= Float.MAX_VALUE) ? (float) value : Float.NaN;
	}

}
