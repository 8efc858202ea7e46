package io.exoscout.predictor.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.model.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * Several models side by side. Lists have one entry for each model, in the order in which
 * they were asked for.
 *
 * @param models which they are
 * @param figures what was measured of each
 * @param settings how each was trained
 * @param commonFeatures the features that all of them look at
 * @param ownFeatures the features of each that not all of them look at, by its id
 * @param comparable whether the figures were measured on the same objects and classes, so
 * that they may be compared
 * @param notes what to bear in mind, a sentence each
 */
public record ModelComparison(List<ComparedModel> models, List<ComparedFigure> figures, List<ComparedSetting> settings,
		List<String> commonFeatures, Map<String, List<String>> ownFeatures, boolean comparable, List<String> notes) {

	/**
	 * One of them.
	 *
	 * @param modelId its id
	 * @param modelName its label
	 * @param mission whose tables it scores
	 * @param target what it tells apart
	 * @param algorithm the learner
	 * @param features how many features it looks at
	 * @param trainingData what it was trained on
	 */
	public record ComparedModel(String modelId, String modelName, String mission, String target, String algorithm,
			int features, ModelStatement.CardData trainingData) {

		static ComparedModel of(ModelCard card) {
			return new ComparedModel(card.modelId(), card.modelName(), card.manifest().mission().id(),
					card.manifest().options().target().id(), card.manifest().options().algorithm().id(),
					card.manifest().features().size(), ModelStatement.CardData.of(card.manifest()));
		}

	}

	/**
	 * A figure.
	 *
	 * @param figure its name
	 * @param better {@code higher} or {@code lower}
	 * @param values that of each model, {@code null} where it was not measured
	 * @param best the id of the model with the best value; left out where the figures may
	 * not be compared
	 * @param clear whether the interval of the best has nothing in common with that of
	 * any other; left out where the figures may not be compared
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ComparedFigure(String figure, String better, List<@Nullable CardFigure> values, @Nullable String best,
			@Nullable Boolean clear) {
	}

	/**
	 * A setting.
	 *
	 * @param setting its name
	 * @param values that of each model, {@code null} where it has none
	 * @param same whether all have the same
	 */
	public record ComparedSetting(String setting, List<@Nullable String> values, boolean same) {
	}

	/**
	 * Compares models.
	 * @param cards at least one
	 */
	public static ModelComparison of(List<ModelCard> cards) {
		List<String> notes = new ArrayList<>();
		boolean comparable = same(cards, "missions", (card) -> card.manifest().mission(), notes)
				& same(cards, "targets", (card) -> card.manifest().options().target(), notes)
				& same(cards, "training tables", (card) -> card.manifest().datasetSha256(), notes);
		if (cards.stream().anyMatch(ModelCard::isImported)) {
			notes.add("Of models that came as files the figures are what their makers wrote into them.");
		}
		List<ComparedFigure> figures = figures(cards, comparable);
		if (figures.stream().anyMatch((figure) -> Boolean.FALSE.equals(figure.clear()))) {
			notes.add("Where the intervals of two models overlap, the difference may be chance.");
		}
		Set<String> common = new LinkedHashSet<>(cards.get(0).manifest().features());
		cards.forEach((card) -> common.retainAll(card.manifest().features()));
		Map<String, List<String>> own = new LinkedHashMap<>();
		cards.forEach((card) -> own.put(card.modelId(),
				card.manifest().features().stream().filter((feature) -> !common.contains(feature)).toList()));
		return new ModelComparison(cards.stream().map(ComparedModel::of).toList(), figures, settings(cards),
				List.copyOf(common), own, comparable, List.copyOf(notes));
	}

	private static boolean same(List<ModelCard> cards, String what, Function<ModelCard, Object> part,
			List<String> notes) {
		boolean same = cards.stream().map(part).distinct().count() == 1;
		if (!same) {
			notes.add("They have different %s: their figures were not measured on the same objects.".formatted(what));
		}
		return same;
	}

	private static List<ComparedFigure> figures(List<ModelCard> cards, boolean comparable) {
		List<List<CardFigure>> measured = cards.stream().map(CardFigure::of).toList();
		return CardFigure.names()
			.stream()
			.map((name) -> figure(name, cards, measured, comparable))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<ComparedFigure> figure(String name, List<ModelCard> cards, List<List<CardFigure>> measured,
			boolean comparable) {
		List<@Nullable CardFigure> values = new ArrayList<>();
		measured.forEach((figures) -> values
			.add(figures.stream().filter((figure) -> figure.figure().equals(name)).findFirst().orElse(null)));
		int best = -1;
		for (int i = 0; i < values.size(); i++) {
			CardFigure value = values.get(i);
			if (value != null && (best < 0 || value.betterThan(Objects.requireNonNull(values.get(best))))) {
				best = i;
			}
		}
		if (best < 0) {
			return Optional.empty();
		}
		CardFigure winner = Objects.requireNonNull(values.get(best));
		boolean clear = values.stream()
			.allMatch((value) -> value == winner || (value != null && winner.lower() != null && value.lower() != null
					&& !winner.overlaps(value) && winner.betterThan(value)));
		return Optional.of(new ComparedFigure(name, winner.better(), values,
				comparable ? cards.get(best).modelId() : null, comparable ? clear : null));
	}

	private static List<ComparedSetting> settings(List<ModelCard> cards) {
		List<Map<String, String>> all = cards.stream().map(ModelComparison::settings).toList();
		Set<String> names = new TreeSet<>();
		all.stream().map(Map::keySet).forEach((Collection<String> given) -> names.addAll(given));
		return names.stream().map((name) -> {
			List<@Nullable String> values = new ArrayList<>();
			all.forEach((settings) -> values.add(settings.get(name)));
			return new ComparedSetting(name, values, values.stream().distinct().count() == 1);
		}).toList();
	}

	private static Map<String, String> settings(ModelCard card) {
		Map<String, String> settings = new LinkedHashMap<>();
		card.manifest().options().hyperparameters().forEach((name, value) -> settings.put(name, value.toString()));
		settings.put("algorithm", card.manifest().options().algorithm().id());
		settings.put("engine", card.manifest().options().engine().id());
		settings.put("seed", String.valueOf(card.manifest().options().seed()));
		settings.put("feature_set", card.manifest().featureSet());
		settings.put("calibration", card.manifest().calibration());
		settings.put("exclude_features", String.join(", ", card.manifest().options().excludeFeatures()));
		return settings;
	}

}
