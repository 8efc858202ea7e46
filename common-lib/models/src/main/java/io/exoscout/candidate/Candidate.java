package io.exoscout.candidate;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.objects.ObjectFacts;
import org.jspecify.annotations.Nullable;

/**
 * An object of a training table, as the model trained on that table sees it: a candidate
 * that nobody has decided on, or one whose fold the model did not see.
 *
 * @param rank its place in the list, from 1
 * @param row 1-based data row it stands in
 * @param object its name, if the table names objects
 * @param star its star's name, if the table names stars
 * @param className the likeliest class
 * @param probability how likely it is a planet: calibrated, summed over the classes that
 * mean a planet
 * @param correctedProbability the same, if planets are as common among the undecided
 * objects as the prior of the summary says
 * @param lower lowest probability that the model, or one fitted without a fold, gives
 * @param upper highest probability that the model, or one fitted without a fold, gives
 * @param reasons the features that mattered most, strongest first
 * @param facts what the table says of the object; nothing in lists of earlier times
 * @param label what the archive decided, {@code null} while it has not
 * @param folds how likely it is a planet by the model of each fold, in their order; left
 * out of lists, in files of earlier times, and where a model has seen its star
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(int rank, long row, @Nullable String object, @Nullable String star,
		@JsonProperty("class") String className, double probability, @Nullable Double correctedProbability,
		@Nullable Double lower, @Nullable Double upper, List<Reason> reasons, @JsonUnwrapped ObjectFacts facts,
		@Nullable String label, @Nullable List<Double> folds) {

	public Candidate {
		facts = Objects.requireNonNullElse(facts, ObjectFacts.NONE);
	}

	/** A candidate that nothing else is known of. */
	public Candidate(int rank, long row, @Nullable String object, @Nullable String star, String className,
			double probability, @Nullable Double correctedProbability, @Nullable Double lower, @Nullable Double upper,
			List<Reason> reasons) {
		this(rank, row, object, star, className, probability, correctedProbability, lower, upper, reasons,
				ObjectFacts.NONE, null, null);
	}

	/** The same candidate with what the table says of the object. */
	public Candidate with(ObjectFacts facts) {
		return new Candidate(this.rank, this.row, this.object, this.star, this.className, this.probability,
				this.correctedProbability, this.lower, this.upper, this.reasons, facts, this.label, this.folds);
	}

	/** The same candidate with what the models of the folds say. */
	public Candidate by(@Nullable List<Double> folds) {
		return new Candidate(this.rank, this.row, this.object, this.star, this.className, this.probability,
				this.correctedProbability, this.lower, this.upper, this.reasons, this.facts, this.label, folds);
	}

	/**
	 * What one feature added to the score for being a planet, compared with the average
	 * object (TreeSHAP, Lundberg et al. 2020).
	 *
	 * @param feature the column
	 * @param value what stands there, {@code null} if nothing does
	 * @param contribution in the unit that the summary names
	 * @param tags what kind of thing the feature tells; {@code null} in files from before
	 * there were tags
	 */
	public record Reason(String feature, @Nullable Float value, double contribution,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> tags) {
	}

}
