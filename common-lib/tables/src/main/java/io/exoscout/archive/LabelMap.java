package io.exoscout.archive;

import java.util.Map;
import java.util.TreeMap;

import io.exoscout.csv.Numbers;

/**
 * What the values of a label column stand for, as an uploader says it.
 *
 * @param words the label of each value, sorted by value; empty for what is understood
 * without being told
 */
public record LabelMap(Map<String, String> words) {

	/** Nothing was said. */
	public static final LabelMap NONE = new LabelMap(Map.of());

	public LabelMap {
		words = new TreeMap<>(words);
	}

	/** Whether a word is one that labels may stand for. */
	public static boolean accepts(String word) {
		return LabelWord.of(word).isPresent();
	}

	public boolean isEmpty() {
		return this.words.isEmpty();
	}

	/**
	 * The label a cell stands for.
	 * @param cell the trimmed cell; of a number, {@code 1} and {@code 1.0} are the same
	 * @return the label, or the cell where nothing was said of it
	 */
	public String word(String cell) {
		String word = this.words.get(cell);
		float value = Numbers.parse(cell);
		if (word != null || Float.isNaN(value)) {
			return (word != null) ? word : cell;
		}
		return this.words.entrySet()
			.stream()
			.filter((entry) -> Numbers.parse(entry.getKey()) == value)
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(cell);
	}

}
