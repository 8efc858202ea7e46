package io.exoscout.predictor.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.alias.ModelAlias;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.ModelLine;
import org.jspecify.annotations.Nullable;

/**
 * Pages through the models. What they are ordered by is read of all of them, since a
 * figure may be missing and models of jobs that are not completed are passed over; the
 * cards only of those that are shown.
 */
record ModelPages(ModelShelf shelf, ModelStore models) {

	private static final int PER_QUESTION = 200;

	/**
	 * One page.
	 *
	 * @param models what to show
	 * @param next cursor of the next page, if there is one
	 */
	record Page(List<ListedModel> models, @Nullable String next) {
	}

	Page page(ModelFilter filter, ModelOrder order, int limit, @Nullable String cursor) {
		Comparator<ModelSpot> comparator = order.comparator();
		ModelSpot after = (cursor != null) ? ModelSpot.of(cursor, order.text()) : null;
		List<ModelLine> lines = this.models.lines()
			.stream()
			.filter(filter)
			.filter((line) -> after == null || comparator.compare(order.spot(line), after) > 0)
			.sorted(Comparator.comparing(order::spot, comparator))
			.toList();
		// one more than asked for tells whether there is a next page
		List<ModelLine> found = first(lines, limit + 1);
		if (found.size() <= limit) {
			return new Page(cards(found), null);
		}
		List<ModelLine> shown = found.subList(0, limit);
		return new Page(cards(shown), order.spot(shown.get(limit - 1)).cursor());
	}

	private List<ModelLine> first(List<ModelLine> lines, int count) {
		List<ModelLine> found = new ArrayList<>();
		for (int i = 0; i < lines.size() && found.size() < count; i += PER_QUESTION) {
			found.addAll(this.shelf.cards().askable(lines.subList(i, Math.min(lines.size(), i + PER_QUESTION))));
		}
		return found.subList(0, Math.min(count, found.size()));
	}

	/** In the order given; what was deleted meanwhile is left out. */
	private List<ListedModel> cards(List<ModelLine> lines) {
		List<String> ids = lines.stream().map((line) -> line.place().modelId()).toList();
		Map<String, ModelCard> cards = this.models.find(ids)
			.stream()
			.collect(Collectors.toMap(ModelCard::modelId, Function.identity()));
		Map<String, List<String>> aliases = new HashMap<>();
		for (ModelAlias alias : this.models.aliases().all()) {
			aliases.computeIfAbsent(alias.modelId(), (id) -> new ArrayList<>()).add(alias.alias());
		}
		return ids.stream()
			.flatMap((id) -> Stream.ofNullable(cards.get(id)))
			.map((card) -> new ListedModel(card, aliases.getOrDefault(card.modelId(), List.of())))
			.toList();
	}

}
