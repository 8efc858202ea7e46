package io.exoscout.predictor.shelf;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.predictor.card.CardFigure;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * In which order a list shows models. Those that lack the figure come last either way,
 * and equals newest first.
 *
 * @param key {@link #CREATED}, {@link #NAME} or the name of a figure
 * @param descending whether the largest, or newest, comes first
 */
record ModelOrder(String key, boolean descending) {

	private static final String CREATED = "created_at";

	private static final String NAME = "model_name";

	private static final Comparator<ModelSpot> NEWEST = Comparator.comparing(ModelSpot::createdAt)
		.thenComparing(ModelSpot::modelId)
		.reversed();

	/**
	 * Reads the parameter {@code order}.
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if there
	 * is no such order
	 */
	static ModelOrder of(String order) {
		boolean descending = order.startsWith("-");
		String key = descending ? order.substring(1) : order;
		List<String> accepted = Stream.concat(Stream.of(CREATED, NAME), CardFigure.names().stream()).toList();
		if (!accepted.contains(key)) {
			throw ProblemException.invalidParameter("order",
					"order is '%s'; accepted are %s, each with or without - before it"
						.formatted(Quoted.shortened(order), String.join(", ", accepted)));
		}
		return new ModelOrder(key, descending);
	}

	/** Where a model stands in this order. */
	ModelSpot spot(ModelLine line) {
		return new ModelSpot(text(), line.place().createdAt(), line.place().modelId(),
				this.key.equals(NAME) ? line.modelName() : "", line.metrics().getOrDefault(this.key, Double.NaN));
	}

	/** As the parameter says it. */
	String text() {
		return (this.descending ? "-" : "") + this.key;
	}

	Comparator<ModelSpot> comparator() {
		return switch (this.key) {
			case CREATED -> this.descending ? NEWEST : NEWEST.reversed();
			case NAME -> way(Comparator.comparing(ModelSpot::name)).thenComparing(NEWEST);
			default -> Comparator.comparing((ModelSpot spot) -> Double.isNaN(spot.figure()))
				.thenComparing(way(Comparator.comparingDouble(ModelSpot::figure)))
				.thenComparing(NEWEST);
		};
	}

	private <T> Comparator<T> way(Comparator<T> ascending) {
		return this.descending ? ascending.reversed() : ascending;
	}

}
