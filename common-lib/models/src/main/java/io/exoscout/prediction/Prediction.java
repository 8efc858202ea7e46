package io.exoscout.prediction;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * @param facts what the table says of the object
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(long row, @Nullable String object, @JsonProperty("class") String className, double probability,
		Map<String, Double> probabilities, @Nullable Double information, @Nullable Double expectedAccuracy,
		@Nullable List<Contribution> explanation, @JsonUnwrapped ObjectFacts facts) {

	public Prediction {
		facts = Objects.requireNonNullElse(facts, ObjectFacts.NONE);
	}

	/** A prediction for an object that nothing else is known of. */
	public Prediction(long row, @Nullable String object, String className, double probability,
			Map<String, Double> probabilities, @Nullable Double information, @Nullable Double expectedAccuracy,
			@Nullable List<Contribution> explanation) {
		this(row, object, className, probability, probabilities, information, expectedAccuracy, explanation,
				ObjectFacts.NONE);
	}

	/** The same prediction with what the table says of the object. */
	public Prediction with(ObjectFacts facts) {
		return new Prediction(this.row, this.object, this.className, this.probability, this.probabilities,
				this.information, this.expectedAccuracy, this.explanation, facts);
	}

	/**
	 * What one feature added to the score of the predicted class before calibration,
	 * compared with the average object (TreeSHAP, Lundberg et al. 2020).
	 *
	 * @param feature the column
	 * @param value what stands there, {@code null} if nothing does
	 * @param contribution in log-odds for boosted models, in probability for a random
	 * forest and for averages of several forests
	 * @param tags what kind of thing the feature tells; {@code null} in files from before
	 * there were tags
	 */
	public record Contribution(String feature, @Nullable Float value, double contribution,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> tags) {
	}

}
