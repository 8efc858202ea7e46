package io.exoscout.predictor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectReader;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.feature.Neighbours;
import io.exoscout.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/** What a model looks at: columns of a table, and features computed from them. */
final class ModelInputs {

	private final TrainedModel model;

	private final FeatureVectors vectors;

	/**
	 * The inputs of a model.
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} if it was trained by
	 * a feature set that is not known here
	 */
	ModelInputs(TrainedModel model) {
		this.model = model;
		this.vectors = new FeatureVectors(FeatureSet.of(mission(model), model.manifest().featureSet()),
				model.manifest().features());
	}

	/**
	 * The other objects that features look at.
	 *
	 * @param neighbours those sent and, for the rest, those of the training table
	 * @param context what the answer says of them, {@code null} where no feature looks
	 */
	record Surroundings(Neighbours neighbours, @Nullable TableContext context) {
	}

	Mission mission() {
		return mission(this.model);
	}

	/** The numeric columns of a row, in the order it must have them. */
	List<String> columns() {
		return this.vectors.columns();
	}

	/**
	 * Everything that is looked at: numeric columns, and the names objects are told by.
	 */
	List<String> wanted() {
		return this.vectors.relational()
				? Stream.concat(columns().stream(), Stream.of(mission().objectColumn(), mission().starColumn()))
					.toList()
				: columns();
	}

	Surroundings of(Upload table, int limit) throws IOException {
		if (!this.vectors.relational()) {
			return new Surroundings(Neighbours.NONE, null);
		}
		try (ObjectReader rows = table.objects(columns())) {
			return among(this.vectors.neighbours(rows, limit));
		}
	}

	Surroundings of(List<ObjectRow> rows) {
		return this.vectors.relational() ? among(this.vectors.neighbours(rows))
				: new Surroundings(Neighbours.NONE, null);
	}

	/** A row of {@link #columns()} as the model sees it. */
	ObjectRow vector(ObjectRow row, Surroundings surroundings) {
		return new ObjectRow(row.row(), row.object(), row.star(), row.label(),
				this.vectors.of(row, surroundings.neighbours()));
	}

	private Surroundings among(Neighbours sent) {
		Neighbours trained = this.model.neighbours();
		return new Surroundings(sent.with(trained), TableContext.of(sent, trained));
	}

	private static Mission mission(TrainedModel model) {
		return model.manifest().mission();
	}

}
