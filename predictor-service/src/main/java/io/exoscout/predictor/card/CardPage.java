package io.exoscout.predictor.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.model.Citation;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import org.jspecify.annotations.Nullable;

/** A model card as a page to read. */
public final class CardPage {

	private CardPage() {
	}

	/** What stands in place of the digest of a table that nobody here has seen. */
	private static final String UNKNOWN_TABLE = "0".repeat(64);

	/**
	 * Writes the page.
	 * @param card the card
	 * @param aliases the names that point at the model
	 * @return HTML without scripts or styles
	 */
	public static String of(ModelCard card, List<String> aliases) {
		ModelStatement said = ModelStatement.of(card);
		CardHtml page = new CardHtml("Model " + card.modelName());
		page.table(List.of("Model", ""), identity(card, aliases));
		page.heading("Intended use").list(said.intendedUse());
		page.heading("Not for").list(said.outOfScope());
		page.heading("Training data").table(List.of("Data", ""), data(said.trainingData()));
		page.heading("Kept from it, because it tells the verdict")
			.table(List.of("Column", "Reason"),
					said.leaksExcluded().stream().map((left) -> List.of(left.name(), left.reason())).toList());
		page.heading("How good it is").paragraph(said.protocol()).paragraph(said.intervals());
		if (said.figures().isEmpty()) {
			page.paragraph("Nothing is known of how good it is: no figures came with it.");
		}
		else {
			page.table(List.of("Figure", "Value", "From", "To", "Base rates", "Better is"),
					said.figures().stream().map(CardPage::figure).toList());
		}
		page.heading("Limits").list(said.limits());
		page.heading("What happens without columns").list(said.missingColumns());
		page.table(List.of("Column", "Importance", "Core", "Features that need it"),
				said.columns()
					.stream()
					.map((column) -> List.of(column.column(), number(column.importance()), column.core() ? "core" : "",
							String.join(", ", column.features())))
					.toList());
		page.heading("How to cite it").paragraph(citation(card));
		return page.link("/exo-scout-predictor/models/" + card.modelId() + "/download", "The model file").page();
	}

	private static List<List<String>> identity(ModelCard card, List<String> aliases) {
		ModelManifest manifest = card.manifest();
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Id", card.modelId()));
		rows.add(List.of("Aliases", aliases.isEmpty() ? "none" : String.join(", ", aliases)));
		rows.add(List.of("Stored", card.createdAt().toString()));
		rows.add(List.of("Mission", manifest.mission().title()));
		rows.add(List.of("Target", manifest.options().target().id() + ": " + String.join(", ", manifest.classNames())));
		rows.add(List.of("Algorithm", manifest.options().algorithm().id()));
		rows.add(List.of("Engine", manifest.options().engine().id()));
		rows.add(List.of("Settings", settings(manifest)));
		rows.add(
				List.of("Features", "%d, feature set %s".formatted(manifest.features().size(), manifest.featureSet())));
		rows.add(List.of("Calibration", manifest.calibration()));
		rows.add(List.of("File", "%,d bytes, SHA-256 %s".formatted(card.file().bytes(), card.file().sha256())));
		ModelCard.Imported imported = card.imported();
		if (imported != null) {
			rows.add(List.of("Imported", "from %s; %s".formatted(imported.filename(), origin(manifest))));
		}
		return rows;
	}

	private static String origin(ModelManifest manifest) {
		if (!ofOnnx(manifest)) {
			return "trained by job " + manifest.jobId();
		}
		String job = manifest.provenance().get("onnx_job_id");
		return "an ONNX file by %s%s, SHA-256 %s".formatted(text(manifest.provenance().get("onnx_producer")),
				(job != null) ? ", trained by job " + job : "", text(manifest.provenance().get("onnx_sha256")));
	}

	private static String citation(ModelCard card) {
		return ofOnnx(card.manifest()) ? "Model '%s': %s.".formatted(card.modelName(), origin(card.manifest()))
				: Citation.of(card);
	}

	private static boolean ofOnnx(ModelManifest manifest) {
		return "onnx".equals(manifest.provenance().get("origin"));
	}

	private static String settings(ModelManifest manifest) {
		if (ofOnnx(manifest)) {
			return text(null);
		}
		Stream<String> settings = manifest.options()
			.hyperparameters()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((setting) -> setting.getKey() + " " + setting.getValue());
		return String.join(", ", Stream.concat(settings, Stream.of("seed " + manifest.options().seed())).toList());
	}

	private static List<List<String>> data(ModelStatement.CardData data) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Table", data.table()));
		rows.add(List.of("Downloaded", text(data.downloaded())));
		rows.add(List.of("Objects", text(data.objects())));
		rows.add(List.of("Stars", text(data.stars())));
		if (data.classCounts() != null) {
			data.classCounts().forEach((name, count) -> rows.add(List.of(name, String.valueOf(count))));
		}
		rows.add(List.of("SHA-256", data.sha256().equals(UNKNOWN_TABLE) ? text(null) : data.sha256()));
		return rows;
	}

	private static List<String> figure(CardFigure figure) {
		return List.of(figure.figure(), number(figure.value()), number(figure.lower()), number(figure.upper()),
				number(figure.baseline()), figure.better());
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "not known";
	}

	static String number(@Nullable Double value) {
		return (value != null) ? String.format(Locale.ROOT, "%.4f", value) : "";
	}

}
