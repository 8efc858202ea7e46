package io.exoscout.predictor.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a model, from predictions of stars that it was not trained on.
 *
 * @param figure its name, e.g. {@code roc_auc}
 * @param better {@code higher} or {@code lower}
 * @param value the figure
 * @param lower the lower end of its interval; left out where none was measured
 * @param upper the upper end of its interval; left out where none was measured
 * @param baseline the same figure of somebody who always says how common each class is;
 * left out where none was measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardFigure(String figure, String better, double value, @Nullable Double lower, @Nullable Double upper,
		@Nullable Double baseline) {

	/** The figures by which models are ordered and compared. */
	private enum Known {

		ROC_AUC(true), AVERAGE_PRECISION(true), F1_SCORE(true), ACCURACY(true), LOG_LOSS(false), BRIER(false),
		CALIBRATION_ERROR(false);

		private final boolean higher;

		Known(boolean higher) {
			this.higher = higher;
		}

		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The names of all figures. */
	public static List<String> names() {
		return Arrays.stream(Known.values()).map(Known::id).toList();
	}

	/** Those of a model, as far as they were measured. */
	static List<CardFigure> of(ModelCard card) {
		ModelManifest manifest = card.manifest();
		JsonParts evaluation = JsonParts.of(manifest.evaluation());
		JsonParts intervals = evaluation.part("intervals");
		JsonParts baseline = evaluation.part("baselines").part("majority_class");
		return Arrays.stream(Known.values())
			.filter((known) -> manifest.metrics().get(known.id()) != null)
			.map((known) -> {
				JsonParts bounds = intervals.part(known.id());
				return new CardFigure(known.id(), known.higher ? "higher" : "lower",
						Objects.requireNonNull(manifest.metrics().get(known.id())), bounds.number("lower"),
						bounds.number("upper"), baseline.number(known.id()));
			})
			.toList();
	}

	/** Whether this is better than another value of the same figure. */
	boolean betterThan(CardFigure other) {
		return this.better.equals("higher") ? this.value > other.value : this.value < other.value;
	}

	/** Whether both intervals are known and have something in common. */
	boolean overlaps(CardFigure other) {
		return this.lower != null && this.upper != null && other.lower != null && other.upper != null
				&& this.lower <= other.upper && other.lower <= this.upper;
	}

}
