package io.exoscout.prediction;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.explanation.ReasonSentences;
import io.exoscout.explanation.ScoreUnit;
import io.exoscout.objects.ObjectFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of one object.
 *
 * @param row 1-based data row it stands in
 * @param object its name, if the table names objects
 * @param className the class with the highest probability
 * @param probability of that class, calibrated
 * @param probabilities of all classes, by name
 * @param information how much of the model's information this row holds, from 0 to 1;
 * {@code null} in predictions kept in earlier times
 * @param expectedAccuracy share of training rows whose class is told with what this row
 * holds, out of fold; {@code null} where nobody can tell
 * @param explanation the features that mattered most, strongest first, when asked for
 * @param explained what these add up to, when asked for
 * @param facts what the table says of the object
 * @param selected whether its probability reaches the threshold of the {@link Selection},
 * when one was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(long row, @Nullable String object, @JsonProperty("class") String className, double probability,
		Map<String, Double> probabilities, @Nullable Double information, @Nullable Double expectedAccuracy,
		@Nullable List<Contribution> explanation, @JsonUnwrapped Explained explained, @JsonUnwrapped ObjectFacts facts,
		@Nullable Boolean selected) {

	public Prediction {
		explained = Objects.requireNonNullElse(explained, Explained.NOTHING);
		facts = Objects.requireNonNullElse(facts, ObjectFacts.NONE);
	}

	/** A prediction for an object that nothing else is known of. */
	public Prediction(long row, @Nullable String object, String className, double probability,
			Map<String, Double> probabilities, @Nullable Double information, @Nullable Double expectedAccuracy,
			@Nullable List<Contribution> explanation) {
		this(row, object, className, probability, probabilities, information, expectedAccuracy, explanation,
				Explained.NOTHING, ObjectFacts.NONE, null);
	}

	/** The same prediction explained. */
	public Prediction with(Explained explained, List<Contribution> explanation) {
		return new Prediction(this.row, this.object, this.className, this.probability, this.probabilities,
				this.information, this.expectedAccuracy, explanation, explained, this.facts, this.selected);
	}

	/** The same prediction with its strong contributions told in words. */
	public Prediction told(ReasonSentences sentences) {
		ScoreUnit unit = this.explained.scoreUnit();
		if (this.explanation == null || unit == null) {
			return this;
		}
		String explainedClass = Objects.requireNonNullElse(this.explained.explainedClass(), this.className);
		return with(this.explained,
				this.explanation.stream().map((reason) -> reason.told(sentences, unit, explainedClass)).toList());
	}

	/** The same prediction with what the table says of the object. */
	public Prediction with(ObjectFacts facts) {
		return new Prediction(this.row, this.object, this.className, this.probability, this.probabilities,
				this.information, this.expectedAccuracy, this.explanation, this.explained, facts, this.selected);
	}

	/** The same prediction with whether it is selected. */
	public Prediction with(Selection selection) {
		Double shown = this.probabilities.get(selection.className());
		return new Prediction(this.row, this.object, this.className, this.probability, this.probabilities,
				this.information, this.expectedAccuracy, this.explanation, this.explained, this.facts,
				shown != null && shown >= selection.threshold());
	}

	/**
	 * What an explanation adds up to: base value, contributions and rest give the score.
	 * All of it is {@code null} where nothing is explained, and in files from before it
	 * was kept.
	 *
	 * @param explainedClass the class whose score is explained
	 * @param unit of all parts, {@code log-odds} or {@code probability}
	 * @param calibrated whether the parts add up to the probability that is shown (or its
	 * log-odds), or to the score before calibration
	 * @param baseValue the score of the average training object
	 * @param rest what all features together contribute that are not named
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Explained(@Nullable String explainedClass, @Nullable String unit, @Nullable Boolean calibrated,
			@Nullable Double baseValue, @Nullable Double rest) {

		/** Nothing is explained. */
		public static final Explained NOTHING = new Explained(null, null, null, null, null);

		@Nullable ScoreUnit scoreUnit() {
			return (this.unit != null) ? ScoreUnit.of(this.unit).orElse(null) : null;
		}

	}

	/**
	 * What one feature added to the score of a class, compared with the average object
	 * (TreeSHAP, Lundberg et al. 2020).
	 *
	 * @param feature the column
	 * @param value what stands there, {@code null} if nothing does
	 * @param contribution in the unit that was asked for; without one in log-odds for
	 * boosted models, in probability for a random forest and for averages of several
	 * forests
	 * @param tags what kind of thing the feature tells; {@code null} in files from before
	 * there were tags
	 * @param sentence the same in words, in the reader's language; {@code null} for a
	 * weak contribution
	 */
	public record Contribution(String feature, @Nullable Float value, double contribution,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> tags,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sentence) {

		/** A contribution that is not told in words. */
		public Contribution(String feature, @Nullable Float value, double contribution, @Nullable List<String> tags) {
			this(feature, value, contribution, tags, null);
		}

		private Contribution told(ReasonSentences sentences, ScoreUnit unit, String className) {
			return new Contribution(this.feature, this.value, this.contribution, this.tags,
					sentences.of(this.feature, this.value, this.contribution, unit, className).orElse(null));
		}

	}

}
