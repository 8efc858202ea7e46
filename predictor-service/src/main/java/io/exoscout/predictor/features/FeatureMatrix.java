package io.exoscout.predictor.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelCard;
import io.exoscout.predictor.rows.ColumnMatch;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.rows.RowSource.FactRow;
import io.exoscout.predictor.rows.RowSource.Part;
import io.exoscout.predictor.rows.RowSource.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of all objects that were sent: what goes into a model's ONNX file. Row by
 * row, so that memory does not grow with the table.
 */
public final class FeatureMatrix {

	private final ModelInputs inputs;

	private final RowSource source;

	private final Survey survey;

	private final FeatureHeader header;

	private Iterator<FactRow> part = Collections.emptyIterator();

	/** Of the next row among all rows. */
	private long place;

	/**
	 * Gets ready.
	 * @param card the model's
	 * @param inputs of the model
	 * @param source the objects
	 * @param notes what to know of the choice of the model
	 * @param meanwhile called again and again; may end it with an exception
	 * @throws io.exoscout.problem.ProblemException if model and rows do not fit, or some
	 * row can not be read
	 */
	public FeatureMatrix(ModelCard card, ModelInputs inputs, RowSource source, List<String> notes, Runnable meanwhile)
			throws IOException {
		this.inputs = inputs;
		this.source = source;
		ColumnMatch match = source.match(inputs);
		this.survey = source.survey(inputs, meanwhile);
		List<String> blank = blank(this.survey.blanks()).filter((column) -> !match.missing().contains(column)).toList();
		List<String> missing = Stream.concat(match.missing().stream(), blank.stream()).toList();
		List<String> all = new ArrayList<>(notes);
		all.addAll(source.notes(inputs));
		if (!missing.isEmpty()) {
			all.add("The predictor scores this table by a model without what it lacks (%s); the model's ONNX file takes it as missing cells."
				.formatted(String.join(", ", missing)));
		}
		this.header = new FeatureHeader(card.modelId(), card.modelName(), card.manifest().features(), match.ignored(),
				missing, all.isEmpty() ? null : all, this.survey.surroundings().context());
	}

	/** The columns that are blank in every row. */
	private Stream<String> blank(BlankPatterns blanks) {
		BitSet blank = new BitSet();
		blank.set(0, this.inputs.columns().size());
		blanks.patterns().forEach((pattern) -> blank.and(pattern.blank()));
		return this.inputs.columns(blank).mapToObj(this.inputs.columns()::get);
	}

	FeatureHeader header() {
		return this.header;
	}

	/** Begins with the first row; the caller closes them. */
	Rows open() throws IOException {
		return this.source.open(this.inputs);
	}

	/** The next vector, or {@code null} after the last one. */
	@Nullable FeatureRow next(Rows rows) {
		while (!this.part.hasNext()) {
			Part next = rows.next();
			if (next == null) {
				return null;
			}
			this.part = next.rows().iterator();
			this.place = next.first();
		}
		return FeatureRow.of(this.inputs.vector(this.part.next().row(), this.place++, this.survey.surroundings()));
	}

}
