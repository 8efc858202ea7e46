package io.exoscout.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.header.HeaderName.Bound;
import io.exoscout.problem.Quoted;

/** What a reader should know of how the names of a header were understood. */
final class ColumnNotes {

	/** So many of the columns that differ in spelling only are named. */
	private static final int SHOWN = 3;

	private final List<String> header;

	private final Map<Integer, String> left = new LinkedHashMap<>();

	ColumnNotes(List<String> header) {
		this.header = header;
	}

	/** A column whose name fits, but not its unit. */
	void unfit(int position, String unit, ArchiveColumn column) {
		this.left.putIfAbsent(position, "Column " + name(position) + " was left as it is: " + column.name()
				+ " can not be in " + Quoted.of(unit) + ".");
	}

	/** A column for whose name there is a better one. */
	void setAside(NamedColumn candidate) {
		this.left.putIfAbsent(candidate.position(), "Column " + name(candidate.position())
				+ " was left as it is: another column is " + candidate.column() + " already.");
	}

	List<String> of(Collection<NamedColumn> named, List<NamedColumn> added) {
		List<String> notes = new ArrayList<>();
		List<String> respelt = new ArrayList<>();
		for (NamedColumn column : named.stream().sorted((a, b) -> a.position() - b.position()).toList()) {
			if (column.converted() || (column.rank() > 0)) {
				notes.add("Column " + mapping(column) + lower(column, added) + ".");
			}
			else if (!column.column().equals(this.header.get(column.position()))) {
				respelt.add(mapping(column));
			}
			this.left.remove(column.position());
		}
		if (!respelt.isEmpty()) {
			notes.add(0,
					respelt.size() + " column name(s) are the archive's but for case, blanks or signs: "
							+ String.join(", ", respelt.subList(0, Math.min(SHOWN, respelt.size())))
							+ ((respelt.size() > SHOWN) ? ", …" : "."));
		}
		notes.addAll(this.left.values());
		return List.copyOf(notes);
	}

	private String mapping(NamedColumn column) {
		String converted = "";
		if (column.converted() && column.change() != null) {
			converted = ", converted from " + column.change().named();
		}
		return name(column.position()) + " -> " + column.column() + converted;
	}

	private static String lower(NamedColumn column, List<NamedColumn> added) {
		return added.stream()
			.filter((lower) -> column.bound() == Bound.BOTH && lower.position() == column.position())
			.map((lower) -> ", and its negative as " + lower.column())
			.findFirst()
			.orElse("");
	}

	private String name(int position) {
		return Quoted.of(this.header.get(position));
	}

}
