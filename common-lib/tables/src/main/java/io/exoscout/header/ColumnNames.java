package io.exoscout.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.header.HeaderName.Bound;

/**
 * The names of a header as the archive has them. Names in another spelling, the archive's
 * labels and the declared synonyms become the archive's names, cells in a unit that the
 * header names become the archive's unit, and one symmetric uncertainty becomes an upper
 * and a lower one. Nothing is guessed: a name that would fit several missions counts only
 * where other columns tell which, and a unit only where it is named or declared.
 */
public final class ColumnNames {

	private final List<String> header;

	private final Optional<Mission> mission;

	/** By position in the header. */
	private final Map<Integer, NamedColumn> named = new HashMap<>();

	/** Lower uncertainties that stand in one column with the upper ones. */
	private final List<NamedColumn> added = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	private final ColumnNotes notes;

	private final LabelMap labels;

	private ColumnNames(List<String> header, Optional<Mission> mission, LabelMap labels) {
		this.labels = labels;
		this.header = header.stream().map(String::strip).toList();
		this.mission = mission;
		this.notes = new ColumnNotes(this.header);
		mission.ifPresent(this::assign);
		for (int i = 0; i < this.header.size(); i++) {
			NamedColumn column = this.named.get(i);
			this.names.add((column != null) ? column.column() : this.header.get(i));
		}
	}

	/**
	 * Names the columns of a table whose mission is to be told from them; names that
	 * nobody knows stay.
	 */
	public static ColumnNames of(List<String> header) {
		return of(header, LabelMap.NONE);
	}

	/**
	 * Names the columns of a table, and its labels.
	 * @param header the names as sent; those that nobody knows stay
	 * @param labels what the values of the label column stand for
	 */
	public static ColumnNames of(List<String> header, LabelMap labels) {
		return new ColumnNames(header, MissionClues.of(header), labels);
	}

	/** Names the columns of a table whose mission is known. */
	public static ColumnNames of(List<String> header, Mission mission) {
		return new ColumnNames(header, Optional.of(mission), LabelMap.NONE);
	}

	/** The mission whose names were looked up, if the header tells. */
	public Optional<Mission> mission() {
		return this.mission;
	}

	/** The mission that a name tells by itself, in whatever spelling it was sent. */
	public Optional<Mission> told() {
		return MissionClues.told(this.header);
	}

	/** The archive's names in the order of the header; unknown ones as they were. */
	public List<String> names() {
		return List.copyOf(this.names);
	}

	/** Names of further columns, which stand after those of the header. */
	public List<String> added() {
		return this.added.stream().map(NamedColumn::column).toList();
	}

	/** A trimmed cell of a column of the header, in the archive's unit. */
	public String cell(int column, String cell) {
		if (isLabel(column)) {
			return this.labels.word(cell);
		}
		NamedColumn named = this.named.get(column);
		return (named != null && !cell.isEmpty()) ? named.cell(cell) : cell;
	}

	/** The cell of a further column, out of the trimmed cells as sent. */
	public String added(int which, List<String> cells) {
		NamedColumn column = this.added.get(which);
		String cell = (column.position() < cells.size()) ? cells.get(column.position()) : "";
		return cell.isEmpty() ? cell : column.cell(cell);
	}

	/** All columns: those of the header, then the further ones. */
	public List<String> columns() {
		return Stream.concat(this.names.stream(), added().stream()).toList();
	}

	/** The cells of all {@link #columns}, out of the trimmed cells as sent. */
	public List<String> row(List<String> cells) {
		List<String> row = new ArrayList<>(cells.size() + this.added.size());
		for (int i = 0; i < cells.size(); i++) {
			row.add(cell(i, cells.get(i)));
		}
		for (int i = 0; i < this.added.size(); i++) {
			row.add(added(i, cells));
		}
		return row;
	}

	private boolean isLabel(int column) {
		return !this.labels.isEmpty()
				&& this.mission.filter((mission) -> mission.labelColumn().equals(this.names.get(column))).isPresent();
	}

	/** Whether a name or a cell is another than was sent. */
	public boolean changed() {
		return !this.labels.isEmpty() || !this.names.equals(this.header) || !this.added.isEmpty()
				|| this.named.values().stream().anyMatch(NamedColumn::converted);
	}

	/** Every mapping in words, and what was set aside. */
	public List<String> notes() {
		return this.notes.of(this.named.values(), this.added);
	}

	/** The sent name of each column that is called something else now. */
	public Map<String, String> sentAs() {
		Map<String, String> sent = new LinkedHashMap<>();
		for (int i = 0; i < this.names.size(); i++) {
			if (!this.names.get(i).equals(this.header.get(i))) {
				sent.put(this.names.get(i), this.header.get(i));
			}
		}
		this.added.forEach((column) -> sent.put(column.column(), this.header.get(column.position())));
		return sent;
	}

	private void assign(Mission mission) {
		NameReadings readings = new NameReadings(mission, this.notes);
		List<NamedColumn> all = new ArrayList<>();
		for (int i = 0; i < this.header.size(); i++) {
			all.addAll(readings.of(i, this.header.get(i)));
		}
		all.sort(null);
		Set<String> taken = new HashSet<>();
		for (NamedColumn candidate : all) {
			if (!this.named.containsKey(candidate.position()) && taken.add(candidate.column())) {
				this.named.put(candidate.position(), candidate);
			}
		}
		for (NamedColumn candidate : all) {
			NamedColumn winner = this.named.get(candidate.position());
			if (winner == null && !isDeclared(mission, candidate)) {
				this.notes.setAside(candidate);
			}
		}
		boundInUnitOfValue();
		addLowerBounds(readings, taken);
	}

	/** A pattern of the archive's own names is no name to complain about. */
	private boolean isDeclared(Mission mission, NamedColumn candidate) {
		return ArchiveColumns.role(mission, this.header.get(candidate.position())) != ColumnRole.UNKNOWN;
	}

	/** "Period error" beside "Period (hours)" is in hours. */
	private void boundInUnitOfValue() {
		Map<String, NamedColumn> byName = new HashMap<>();
		this.named.values().forEach((column) -> byName.put(column.column(), column));
		this.named.replaceAll((position, column) -> {
			NamedColumn value = byName.get(column.of());
			boolean silent = column.bound() != Bound.NONE && column.change() == null && column.rank() > 0;
			return (silent && value != null) ? column.in(value.change()) : column;
		});
	}

	private void addLowerBounds(NameReadings readings, Set<String> taken) {
		this.named.values().stream().filter((column) -> column.bound() == Bound.BOTH).sorted().forEach((column) -> {
			String lower = readings.lower(column.of());
			if (lower != null && taken.add(lower)) {
				this.added.add(new NamedColumn(column.position(), lower, column.of(), column.change(), Bound.LOWER,
						column.rank(), false));
			}
		});
	}

}
