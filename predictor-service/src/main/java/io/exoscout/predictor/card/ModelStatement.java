package io.exoscout.predictor.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Target;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.onnx.OnnxImport;
import org.jspecify.annotations.Nullable;

/**
 * What model cards say besides (Mitchell et al. 2019, "Model Cards for Model Reporting"):
 * what a model is for and what it is not for, what it was trained on, what was kept from
 * it, how good it is by which protocol, and where it ends. All of it follows from what
 * the model says of itself.
 *
 * @param intendedUse what it is for, a sentence each
 * @param outOfScope what it is not for, a sentence each
 * @param trainingData what it was trained on
 * @param leaksExcluded what would have told the verdict, and was kept from it
 * @param protocol how its figures were measured, for a person; left out where it is not
 * known
 * @param figures what was measured, with intervals
 * @param intervals what the intervals are, for a person; left out where there are none
 * @param limits what to bear in mind, a sentence each
 * @param missingColumns what happens to a table that lacks columns, a sentence each
 * @param columns the columns it needs, first the one that matters most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelStatement(List<String> intendedUse, List<String> outOfScope, CardData trainingData,
		List<LeftOut> leaksExcluded, @Nullable String protocol, List<CardFigure> figures, @Nullable String intervals,
		List<String> limits, List<String> missingColumns, List<CardColumn> columns) {

	/** Fewer objects than this make figures that the next table may not bear out. */
	private static final long FEW = 1000;

	/**
	 * The training table.
	 *
	 * @param table what it is called in the archive
	 * @param sha256 SHA-256 hex of its canonical form
	 * @param downloaded when it was downloaded, where that is known
	 * @param objects how many objects were trained on, where that is known
	 * @param stars how many stars they belong to, where that is known
	 * @param classCounts how many objects are of each class, where that is known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record CardData(String table, String sha256, @Nullable String downloaded, @Nullable Long objects,
			@Nullable Long stars, @Nullable Map<String, Long> classCounts) {

		static CardData of(ModelManifest manifest) {
			JsonParts evaluation = JsonParts.of(manifest.evaluation());
			JsonParts counts = evaluation.part("class_counts");
			Map<String, Long> classes = new LinkedHashMap<>();
			for (String name : manifest.classNames()) {
				Long count = counts.count(name);
				if (count != null) {
					classes.put(name, count);
				}
			}
			return new CardData(manifest.mission().tableTitle(), manifest.datasetSha256(),
					manifest.provenance().get("table_downloaded"), evaluation.count("rows"), evaluation.count("groups"),
					classes.isEmpty() ? null : classes);
		}

	}

	/**
	 * Something that was kept from the model.
	 *
	 * @param name a column, or a tag of columns and features
	 * @param reason why
	 */
	public record LeftOut(String name, String reason) {
	}

	/**
	 * What is to be said of a model.
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} if it was trained by
	 * a feature set that is not known here
	 */
	public static ModelStatement of(ModelCard card) {
		ModelManifest manifest = card.manifest();
		JsonParts evaluation = JsonParts.of(manifest.evaluation());
		return new ModelStatement(intendedUse(manifest), outOfScope(manifest), CardData.of(manifest),
				leftOut(manifest, evaluation.part("leak_audit")), evaluation.text("protocol"), CardFigure.of(card),
				intervals(evaluation.part("intervals")), limits(card, evaluation), MISSING_COLUMNS,
				CardColumn.of(manifest));
	}

	private static final List<String> MISSING_COLUMNS = List.of(
			"A table without some of the columns is scored by a further model, fitted to the kept training rows without the features that need them; the answer says what that is worth (information, expected_accuracy).",
			"A table whose columns hold less than a tenth of the model's information is refused, and the refusal names the columns that would help most.",
			"A model without kept training rows, from earlier times or of an ONNX file, answers by an average over what is not known, and is refused without a core column.");

	private static List<String> intendedUse(ModelManifest manifest) {
		String table = "tables with the columns of the " + manifest.mission().tableTitle();
		String classes = (manifest.options().target() == Target.PLANET)
				? "To rank the transit candidates of %s by the probability that one looks like those that were confirmed (%s) rather than like those found to be false positives (%s)."
					.formatted(table, Target.CONFIRMED, Target.FALSE_POSITIVE)
				: "To sort the objects of %s into the archive's own labels: %s.".formatted(table,
						String.join(", ", manifest.classNames()));
		return List.of(classes, "To decide which candidates to look at first, with the reasons beside each score.");
	}

	private static List<String> outOfScope(ModelManifest manifest) {
		return List.of(
				"To confirm a planet: the score says what an object looks like, and no more than the archive's columns tell.",
				"Tables of other missions than %s, whose columns mean something else; they are refused."
					.formatted(manifest.mission().title()),
				"Occurrence rates: objects were chosen by a pipeline and by people, and nothing here corrects for that.");
	}

	private static List<LeftOut> leftOut(ModelManifest manifest, JsonParts audit) {
		Map<String, String> reasons = new LinkedHashMap<>();
		for (ArchiveColumn column : ArchiveColumns.named(manifest.mission())) {
			if (column.role() == ColumnRole.LABEL || column.role() == ColumnRole.LEAK) {
				reasons.put(column.name(), column.reason().isBlank() ? column.role().reason()
						: column.role().reason() + ": " + column.reason());
			}
		}
		for (JsonParts flagged : audit.list("flagged_in_table")) {
			found(flagged, reasons);
		}
		for (JsonParts measured : audit.list("columns")) {
			if (!manifest.features().contains(measured.text("column"))) {
				found(measured, reasons);
			}
		}
		manifest.options().excludeFeatures().forEach((name) -> reasons.put(name, "left out on request"));
		return reasons.entrySet().stream().map((left) -> new LeftOut(left.getKey(), left.getValue())).toList();
	}

	private static void found(JsonParts audited, Map<String, String> reasons) {
		String column = audited.text("column");
		String finding = audited.text("finding");
		if (column != null && finding != null) {
			reasons.put(column, "measured: " + finding);
		}
	}

	private static @Nullable String intervals(JsonParts intervals) {
		String method = intervals.text("method");
		Double level = intervals.number("level");
		return (method == null || level == null) ? null : "%.0f %% intervals: %s".formatted(100 * level, method);
	}

	/** What a model lacks that was an ONNX file. */
	private static List<String> ofOnnx(Map<String, String> provenance) {
		if (!"onnx".equals(provenance.get("origin"))) {
			return List.of();
		}
		List<String> limits = new ArrayList<>();
		limits.add("It was made of an ONNX file by %s, which says nothing of how it was trained and how good it is."
			.formatted(provenance.getOrDefault("onnx_producer", "somebody")));
		if (provenance.getOrDefault(OnnxImport.OBJECTS, "0").equals("0")) {
			limits.add(
					"It knows no object of its training table: features that count other objects see those that are sent along, and no others.");
		}
		return limits;
	}

	private static List<String> limits(ModelCard card, JsonParts evaluation) {
		ModelManifest manifest = card.manifest();
		List<String> limits = new ArrayList<>();
		limits.add(
				"It learnt from verdicts as they stood when the table was downloaded; where those are wrong, or follow a habit, so does the model.");
		limits.add(
				"Probabilities hold for tables in which the classes are about as common as among the objects trained on.");
		Long objects = evaluation.count("rows");
		if (objects != null && objects < FEW) {
			limits.add("It was trained on %d objects only; the intervals are wide, and hold for tables like that one."
				.formatted(objects));
		}
		if (evaluation.part("intervals").text("method") == null) {
			limits.add("No intervals were measured for its figures.");
		}
		if (card.isImported()) {
			limits.add(
					"It came as a file: what it says of its training is what its maker wrote into it, and was not measured here.");
		}
		limits.addAll(ofOnnx(manifest.provenance()));
		limits.addAll(evaluation.texts("notes"));
		FeatureSet set = FeatureSet.of(manifest.mission(), manifest.featureSet());
		limits.addAll(FeatureInput.doubts(manifest.features().stream().map(set::input).toList()));
		return List.copyOf(limits);
	}

}
