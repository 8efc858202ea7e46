package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.dataset.RealTables;

/** One of the archive's tables, cut by stars and columns. */
record StarTable(List<String> columns, List<String[]> rows) {

	static StarTable of(String name) {
		List<String> lines = new String(RealTables.bytes(name), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.startsWith("#"))
			.toList();
		List<String> columns = List.of(lines.get(0).split(","));
		return new StarTable(columns,
				lines.stream()
					.skip(1)
					.map((line) -> line.split(",", -1))
					.filter((row) -> row.length == columns.size())
					.toList());
	}

	/** The rows of one half of the stars, or the other. */
	StarTable half(String starColumn, boolean first) {
		int star = this.columns.indexOf(starColumn);
		return new StarTable(this.columns,
				this.rows.stream().filter((row) -> (row[star].hashCode() * 0x9E3779B9 < 0) == first).toList());
	}

	StarTable only(Predicate<String[]> wanted) {
		return new StarTable(this.columns, this.rows.stream().filter(wanted).toList());
	}

	/** The same rows with some of the columns. */
	StarTable with(Predicate<String> wanted) {
		int[] places = IntStream.range(0, this.columns.size())
			.filter((i) -> wanted.test(this.columns.get(i)))
			.toArray();
		return new StarTable(IntStream.of(places).mapToObj(this.columns::get).toList(),
				this.rows.stream()
					.map((row) -> IntStream.of(places).mapToObj((i) -> row[i]).toArray(String[]::new))
					.toList());
	}

	/** Some cells blanked. */
	StarTable blanked(Predicate<String> column, Predicate<Integer> row) {
		List<String[]> blanked = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i++) {
			String[] cells = this.rows.get(i).clone();
			for (int c = 0; c < cells.length; c++) {
				cells[c] = (row.test(i) && column.test(this.columns.get(c))) ? "" : cells[c];
			}
			blanked.add(cells);
		}
		return new StarTable(this.columns, blanked);
	}

	String[] column(String name) {
		int place = this.columns.indexOf(name);
		return this.rows.stream().map((row) -> row[place]).toArray(String[]::new);
	}

	byte[] csv() {
		return (String.join(",", this.columns) + "\n"
				+ this.rows.stream().map((row) -> String.join(",", row)).collect(Collectors.joining("\n")) + "\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return Arrays.toString(this.columns.toArray());
	}

}
