package io.exoscout.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV answer.
 *
 * @param <T> what has a line of its own
 * @param name in the header
 * @param cell what stands in it; {@code null} for nothing
 */
public record CsvColumn<T>(String name, Function<T, @Nullable Object> cell) {

	/**
	 * A column of words in one cell, with blanks between them.
	 * @param <T> what has a line of its own
	 * @param name in the header
	 * @param words the words; {@code null} for nothing
	 */
	public static <T> CsvColumn<T> words(String name, Function<T, @Nullable List<String>> words) {
		return new CsvColumn<>(name, (entry) -> {
			List<String> all = words.apply(entry);
			return (all != null) ? String.join(" ", all) : null;
		});
	}

	/**
	 * The same columns for each place of a list, named after it, counted from 1.
	 * @param <T> what has a line of its own
	 * @param <E> what its list holds
	 * @param places how many entries are shown
	 * @param name of the first column; those of the others begin with it
	 * @param list where the entries come from
	 * @param parts the columns of an entry, by what is added to the name
	 */
	public static <T, E> List<CsvColumn<T>> numbered(int places, String name, Function<T, @Nullable List<E>> list,
			List<CsvColumn<E>> parts) {
		List<CsvColumn<T>> columns = new ArrayList<>();
		for (int i = 0; i < places; i++) {
			int place = i;
			for (CsvColumn<E> part : parts) {
				columns.add(new CsvColumn<>(name + (i + 1) + part.name(), (entry) -> {
					List<E> entries = list.apply(entry);
					return (entries != null && place < entries.size()) ? part.cell().apply(entries.get(place)) : null;
				}));
			}
		}
		return columns;
	}

}
