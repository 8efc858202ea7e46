package io.exoscout.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.ModelCard;
import io.exoscout.model.TrainingOptions;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.transit.CurveSearch;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a job was asked to do, in the words of the HTTP contract. A training has the parts
 * up to the seed, a prediction those from the model on; both have the mission. A search
 * for transits has the last part alone, and the mission if it is known.
 *
 * @param dataSource {@code kepler}, {@code tess} or {@code k2}
 * @param algorithm e.g. {@code random_forest}
 * @param target {@code planet} or {@code disposition}
 * @param hyperparameters all of them, defaults filled in
 * @param excludeFeatures columns, features and tags to leave out
 * @param seed where all randomness starts
 * @param modelId the model to score with
 * @param modelSha256 digest of its file
 * @param explain how many features to name in each explanation
 * @param input {@link #TABLE} or {@link #ROWS}
 * @param labels what the values of the table's label column were said to stand for
 * @param explainClass the class to explain, if one was named
 * @param explainMin the probability from which on rows are explained, if there is one
 * @param unit what the explanations are measured in, if that was said
 * @param engine whose learner, e.g. {@code tribuo}; {@code null} for our own
 * @param select which rows to select, if any
 * @param search how a light curve is searched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobParams(@Schema(implementation = Mission.class) @Nullable String dataSource,
		@Schema(implementation = Algorithm.class) @Nullable String algorithm,
		@Schema(implementation = Target.class) @Nullable String target, @Nullable Map<String, Number> hyperparameters,
		@Nullable List<String> excludeFeatures, @Nullable Long seed, @Nullable String modelId,
		@Nullable String modelSha256, @Nullable Integer explain, @Schema(allowableValues = {
				TABLE, ROWS }) @Nullable String input,
		@Nullable Map<String, String> labels, @Nullable String explainClass, @Nullable Double explainMin,
		@Nullable String unit, @Schema(implementation = Engine.class) @Nullable String engine,
		@Nullable WantedSelection select, @Nullable CurveSearch search){

	/** A prediction for a CSV table. */
	public static final String TABLE = "table";

	/** A prediction for rows that were sent as JSON. */
	public static final String ROWS = "rows";

	/** What a training is asked to do. */
	public JobParams(String dataSource, String algorithm, String target, Map<String, Number> hyperparameters,
			List<String> excludeFeatures, long seed) {
		this(dataSource, algorithm, target, hyperparameters, excludeFeatures, seed, null, null, null, null, null, null,
				null, null, null, null, null);
	}

	public static JobParams of(Mission mission, TrainingOptions options) {
		return new JobParams(mission.id(), options.algorithm().id(), options.target().id(), options.hyperparameters(),
				options.excludeFeatures(), options.seed(), null, null, null, null, null, null, null, null,
				(options.engine() != Engine.EXOSCOUT) ? options.engine().id() : null, null, null);
	}

	/** The same with what was said of labels, if anything was. */
	public JobParams with(LabelMap labels) {
		return labels.isEmpty() ? this
				: new JobParams(this.dataSource, this.algorithm, this.target, this.hyperparameters,
						this.excludeFeatures, this.seed, this.modelId, this.modelSha256, this.explain, this.input,
						labels.words(), this.explainClass, this.explainMin, this.unit, this.engine, this.select,
						this.search);
	}

	/**
	 * What a prediction is asked to do.
	 * @param model what to score with
	 * @param explain how to explain the predictions
	 * @param select which rows to select; {@code null} to select nothing
	 * @param input {@link #TABLE} or {@link #ROWS}
	 */
	public static JobParams of(ModelCard model, WantedExplanation explain, @Nullable WantedSelection select,
			String input) {
		ScoreUnit unit = explain.unit();
		return new JobParams(model.manifest().mission().id(), null, null, null, null, null, model.modelId(),
				model.file().sha256(), explain.features(), input, null, explain.className(), explain.least(),
				(unit != null) ? unit.id() : null, null, select, null);
	}

	/**
	 * What a search for transits is asked to do.
	 * @param mission whose light curve it is, if that is known
	 */
	public static JobParams of(@Nullable Mission mission, CurveSearch search) {
		return new JobParams((mission != null) ? mission.id() : null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, search);
	}

	/** How a prediction is to be explained. */
	public WantedExplanation explanation() {
		return WantedExplanation.of((this.explain != null) ? this.explain : 0, this.explainClass, this.explainMin,
				this.unit);
	}

	/** Of a training or a prediction only. */
	public Mission mission() {
		return Mission.of(given(this.dataSource)).orElseThrow();
	}

	/** Of a training only. */
	public TrainingOptions options() {
		return new TrainingOptions(Algorithm.of(given(this.algorithm)).orElseThrow(),
				Target.of(given(this.target)).orElseThrow(), given(this.hyperparameters), given(this.excludeFeatures),
				given(this.seed), Engine.of(engineOrOurs()).orElseThrow());
	}

	/** Of a training only: whose learner. */
	public String engineOrOurs() {
		return (this.engine != null) ? this.engine : Engine.EXOSCOUT.id();
	}

	private static <T> T given(@Nullable T part) {
		return Objects.requireNonNull(part, "not of this kind of job");
	}

}
