package io.exoscout.jobs.result;

import java.util.List;

import io.exoscout.explanation.Parts;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;

/**
 * How a model comes from what it says of the average object to what it says of one: base
 * value, contributions and rest add up to the score, in either unit, calibration
 * included.
 *
 * @param className the class that is explained
 * @param baseValue the score of the average training object
 * @param contributions what each feature adds, the strongest first
 * @param rest what all others add that add next to nothing each
 * @param score the probability that the model gives
 */
record Waterfall(String className, Amount baseValue, List<Part> contributions, Amount rest, Amount score) {

	/**
	 * The same amount in both units.
	 *
	 * @param probability from 0 to 1
	 * @param logOdds {@code ln(p / (1 - p))}
	 */
	record Amount(double probability, double logOdds) {

		/** What a feature adds. */
		static Amount of(Parts probability, Parts logOdds, int feature) {
			return rounded(probability.contributions()[0][feature], logOdds.contributions()[0][feature]);
		}

		static Amount rounded(double probability, double logOdds) {
			return new Amount(Rounded.sixDigits(probability), Rounded.sixDigits(logOdds));
		}

	}

	/**
	 * What one feature adds.
	 *
	 * @param feature its name
	 * @param value of this object, {@code null} if it has none
	 * @param unit of the value, blank where there is none
	 * @param meaning what it says, in words
	 * @param tags what kind of thing it tells
	 * @param probability what it adds to the probability
	 * @param logOdds what it adds to the log-odds
	 */
	record Part(String feature, @Nullable Float value, String unit, String meaning, List<String> tags,
			double probability, double logOdds) {
	}

}
