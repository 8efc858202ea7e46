package io.exoscout.result;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How well each class is recognised: the classes by name, then the three lines of
 * scikit-learn's report of the same name.
 *
 * @param classes by name
 * @param accuracy share of the rows that are called what they are, 0 to 1
 * @param macro plain mean over the classes
 * @param weighted mean over the classes, each with the weight of its rows
 */
public record ClassificationReport(Map<String, ClassFigures> classes, double accuracy, ClassFigures macro,
		ClassFigures weighted) {

	/** One object, with the names of classes beside those of scikit-learn. */
	@JsonValue
	Map<String, ReportLine> lines() {
		Map<String, ReportLine> lines = new LinkedHashMap<>(this.classes);
		lines.put("accuracy", new Accuracy(this.accuracy));
		lines.put("macro avg", this.macro);
		lines.put("weighted avg", this.weighted);
		return lines;
	}

	/** Figures, or, under {@code accuracy}, one number. */
	@Schema(oneOf = { ClassFigures.class, Double.class }, description = "Figures, or, under accuracy, one number")
	public interface ReportLine {

	}

	/**
	 * The line that is a number.
	 *
	 * @param value share of the rows that are called what they are, 0 to 1
	 */
	record Accuracy(@JsonValue double value) implements ReportLine {
	}

}
