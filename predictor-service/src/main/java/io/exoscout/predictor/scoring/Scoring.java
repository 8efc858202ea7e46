package io.exoscout.predictor.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

import io.exoscout.explanation.WantedExplanation;
import io.exoscout.feature.FeatureInput;
import io.exoscout.model.ModelCard;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import io.exoscout.prediction.Drift;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.predictor.drift.DriftTally;
import io.exoscout.predictor.rows.ColumnMatch;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.rows.ModelInputs.Surroundings;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.rows.RowSource.FactRow;
import io.exoscout.predictor.rows.RowSource.Part;
import io.exoscout.predictor.rows.RowSource.Rows;
import io.exoscout.predictor.scoring.Predictor.Placed;
import io.exoscout.result.Rounded;

/**
 * From rows to written predictions. Refuses before the first one is written, and is the
 * same for whoever waits for an answer and for jobs.
 */
public final class Scoring {

	private final ModelInputs inputs;

	private final Surroundings surroundings;

	private final RowSituation situation;

	private final PredictionHeader header;

	private final Predictor predictor;

	private final RowSource source;

	/** Vectors of a few rows, which are looked at twice, by their rows. */
	private final Map<ObjectRow, ObjectRow> vectors = new IdentityHashMap<>();

	/**
	 * Gets ready.
	 * @param card the model's
	 * @param inputs of the model to score with
	 * @param source what to score
	 * @param reduced models for columns that are there
	 * @param explained how to explain
	 * @param meanwhile called every few milliseconds; may end it with an exception
	 * @throws io.exoscout.problem.ProblemException if model and rows do not fit, or the
	 * rows hold too little of what the model looks at
	 */
	public Scoring(ModelCard card, ModelInputs inputs, RowSource source, ReducedModelCache reduced,
			WantedExplanation explained, Runnable meanwhile) throws IOException {
		this.inputs = inputs;
		this.predictor = new Predictor(inputs, explained, meanwhile);
		ColumnMatch match = source.match(this.inputs);
		Survey survey = source.survey(this.inputs, meanwhile);
		this.surroundings = survey.surroundings();
		RowModelFactory models = new RowModelFactory(this.inputs, card.file().sha256(), reduced, meanwhile);
		this.situation = new RowSituation(this.inputs, survey.blanks(), models);
		InformationShare information = InformationShare.of(this.inputs, this.situation);
		UninformativeRows uninformative = UninformativeRows.of(this.inputs, this.situation, source);
		this.header = new PredictionHeader(card.modelId(), card.modelName(), card.createdAt(),
				card.manifest().classNames(), match.ignored(), information.missing(match.missing()),
				Rounded.twoDigits(information.share()), information.expectedAccuracy(), information.absent(),
				uninformative.shown(), null, this.surroundings.context(), drift(survey, meanwhile), null)
			.noting(source.notes(this.inputs))
			.noting(information.notes())
			.noting(uninformative.notes())
			.noting(explained.any() ? FeatureInput.doubtNotes(this.inputs.features()) : List.of());
		this.source = source;
	}

	/**
	 * How far the rows lie from the training rows, found out before the first one is
	 * scored so that headers can say it.
	 */
	private Drift drift(Survey survey, Runnable meanwhile) {
		if (!this.inputs.spread().known()) {
			return Drift.unknown(survey.sample().rows().size());
		}
		DriftTally tally = new DriftTally(this.inputs.spread());
		boolean few = survey.sample().rows().size() <= RowStore.TOGETHER;
		survey.sample().rows().forEach((sampled) -> {
			meanwhile.run();
			ObjectRow vector = this.inputs.vector(sampled.row(), sampled.place(), this.surroundings);
			tally.add(vector.values());
			if (few) {
				this.vectors.put(sampled.row(), vector);
			}
		});
		return tally.drift(this.inputs.unknown(this.situation.absent()));
	}

	/** What is the same for all predictions. */
	public PredictionHeader header() {
		return this.header;
	}

	/** Begins to write, once the rows are at hand. */
	public interface Opening {

		PredictionWriter open(PredictionHeader header) throws IOException;

	}

	/**
	 * Scores all rows, in blocks side by side; they are written in their order.
	 * @param threads that score
	 * @param opening where to write
	 * @param done hears again and again how many rows are written
	 * @return how many there were
	 * @throws IOException when they can not be written
	 */
	public long write(BlockThreads threads, Opening opening, LongConsumer done) throws IOException {
		try (Rows rows = this.source.open(this.inputs); BlocksInOrder<Written> blocks = new BlocksInOrder<>(threads)) {
			PredictionWriter writer = opening.open(this.header);
			long written = 0;
			Part part = rows.next();
			for (Part next = rows.next(); part != null && next != null; next = rows.next()) {
				Part whole = part;
				blocks.put(() -> written(whole, writer));
				part = next;
				if (blocks.full()) {
					written += blocks.take().write();
					done.accept(written);
				}
			}
			while (!blocks.empty()) {
				written += blocks.take().write();
				done.accept(written);
			}
			if (part != null) {
				// nobody waits for a thread with a few rows
				written += written(part, writer).write();
				done.accept(written);
			}
			writer.finish();
			return written;
		}
	}

	/** Predictions that are ready to be written. */
	private record Written(int rows, PredictionWriter.Ready ready) {

		int write() throws IOException {
			this.ready.write();
			return this.rows;
		}

	}

	private Written written(Part part, PredictionWriter writer) {
		List<FactRow> rows = part.rows();
		List<Placed> placed = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			placed.add(placed(rows.get(i).row(), part.first() + i));
		}
		List<Prediction> scored = this.predictor.predict(placed);
		List<Prediction> predictions = IntStream.range(0, rows.size())
			.mapToObj((i) -> scored.get(i).with(rows.get(i).facts().get()))
			.toList();
		return new Written(predictions.size(), writer.ready(predictions));
	}

	private Placed placed(ObjectRow row, long place) {
		ObjectRow known = this.vectors.get(row);
		return new Placed((known != null) ? known : this.inputs.vector(row, place, this.surroundings),
				this.situation.of(row));
	}

}
