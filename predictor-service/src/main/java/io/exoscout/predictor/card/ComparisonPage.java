package io.exoscout.predictor.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A comparison as a page to read. */
public final class ComparisonPage {

	private ComparisonPage() {
	}

	/** Writes the page: HTML without scripts or styles. */
	public static String of(ModelComparison comparison) {
		CardHtml page = new CardHtml("Models compared");
		List<String> headings = Stream
			.concat(Stream.of(""), comparison.models().stream().map(ModelComparison.ComparedModel::modelName))
			.toList();
		page.table(headings, models(comparison.models()));
		page.heading("Figures").list(comparison.notes());
		page.table(headings, comparison.figures().stream().map(ComparisonPage::figure).toList());
		page.heading("Settings")
			.table(headings,
					comparison.settings()
						.stream()
						.map((setting) -> row(setting.setting(),
								setting.values().stream().map((value) -> Objects.requireNonNullElse(value, ""))))
						.toList());
		page.heading("Features")
			.table(headings, List
				.of(row("own", comparison.ownFeatures().values().stream().map((own) -> String.join(", ", own)))));
		return page.paragraph("Common to all: " + String.join(", ", comparison.commonFeatures())).page();
	}

	private static List<List<String>> models(List<ModelComparison.ComparedModel> models) {
		return List.of(row("id", models.stream().map(ModelComparison.ComparedModel::modelId)),
				row("mission", models.stream().map(ModelComparison.ComparedModel::mission)),
				row("target", models.stream().map(ModelComparison.ComparedModel::target)),
				row("features", models.stream().map((model) -> String.valueOf(model.features()))),
				row("objects trained on", models.stream().map((model) -> text(model.trainingData().objects()))),
				row("training table", models.stream().map((model) -> model.trainingData().sha256())));
	}

	private static List<String> figure(ModelComparison.ComparedFigure figure) {
		return row(figure.figure() + " (" + figure.better() + " is better)",
				figure.values().stream().map(ComparisonPage::value));
	}

	private static String value(@Nullable CardFigure figure) {
		if (figure == null) {
			return "";
		}
		return (figure.lower() == null) ? CardPage.number(figure.value()) : "%s (%s to %s)".formatted(
				CardPage.number(figure.value()), CardPage.number(figure.lower()), CardPage.number(figure.upper()));
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "not known";
	}

	private static List<String> row(String heading, Stream<String> cells) {
		List<String> row = new ArrayList<>();
		row.add(heading);
		cells.forEach(row::add);
		return row;
	}

}
