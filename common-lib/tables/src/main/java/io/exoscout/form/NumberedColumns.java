package io.exoscout.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.exoscout.body.ForeignFormat;
import io.exoscout.csv.Numbers;
import io.exoscout.problem.Quoted;

/**
 * Tells a matrix from a table by its header: hundreds of columns that differ in their
 * number alone ({@code FLUX.1}, {@code FLUX.2} …), or a first line of nothing but
 * numbers.
 */
final class NumberedColumns {

	/** No table of candidates has so many columns of one name. */
	private static final int MANY = 50;

	private NumberedColumns() {
	}

	/** Refuses a matrix, however many columns it has. */
	static void refuse(List<String> header, TableHead head) {
		boolean rows = !head.whole() || head.nextLine(0) < head.text().length();
		if (header.size() < MANY || !rows) {
			return;
		}
		String found = header.size() + " columns " + Quoted.of(header.get(0)) + ", " + Quoted.of(header.get(1)) + ", "
				+ Quoted.of(header.get(2)) + " …";
		long numbers = header.stream().filter((name) -> !Float.isNaN(Numbers.parse(name))).count();
		Map<String, Long> prefixes = header.stream()
			.filter((name) -> !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1)))
			.collect(Collectors.groupingBy(NumberedColumns::withoutNumber, Collectors.counting()));
		long alike = prefixes.values().stream().mapToLong(Long::longValue).max().orElse(0);
		if (5 * Math.max(alike, numbers) > 4L * header.size()) {
			throw ForeignFormat.LIGHT_CURVES.problem(found);
		}
	}

	private static String withoutNumber(String name) {
		int end = name.length();
		while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
			end--;
		}
		return name.substring(0, end);
	}

}
