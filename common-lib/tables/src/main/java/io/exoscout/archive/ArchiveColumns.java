package io.exoscout.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.exoscout.csv.Resources;
import org.jspecify.annotations.Nullable;

/**
 * The declared columns of each mission's table: what each is and what it may be used for.
 * A column is a feature only because it is declared as one, so a column nobody has
 * thought about never slips in. The lists are the {@code *-columns.csv} files beside this
 * class; {@code RATIONALE.md} says how they were decided.
 */
public final class ArchiveColumns {

	private static final Map<Mission, ArchiveColumns> ALL = new EnumMap<>(Mission.class);

	static {
		for (Mission mission : Mission.values()) {
			ALL.put(mission, new ArchiveColumns(read(mission)));
		}
	}

	private final Map<String, ArchiveColumn> byName = new HashMap<>();

	private final Map<Pattern, ArchiveColumn> byPattern = new LinkedHashMap<>();

	private final List<ArchiveColumn> named;

	private final List<String> core;

	private ArchiveColumns(List<ArchiveColumn> declared) {
		for (ArchiveColumn column : declared) {
			if (column.name().contains("*")) {
				this.byPattern.put(Pattern.compile(column.name().replace("*", ".*")), column);
			}
			else {
				this.byName.put(column.name(), column);
			}
		}
		this.named = declared.stream().filter((column) -> !column.name().contains("*")).toList();
		this.core = declared.stream().filter(ArchiveColumn::core).map(ArchiveColumn::name).toList();
	}

	/**
	 * What is declared about a column.
	 * @param mission whose table it is in
	 * @param name its name
	 * @return its declaration, of role {@link ColumnRole#UNKNOWN} when there is none
	 */
	public static ArchiveColumn of(Mission mission, String name) {
		ArchiveColumns columns = columns(mission);
		ArchiveColumn declared = columns.byName.get(name);
		return (declared != null) ? declared
				: columns.byPattern.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().matcher(name).matches())
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(new ArchiveColumn(name, ColumnRole.UNKNOWN, false, "", "", ""));
	}

	/** The declaration of a column of exactly this name, or {@code null}. */
	public static @Nullable ArchiveColumn exact(Mission mission, String name) {
		return columns(mission).byName.get(name);
	}

	/** What a column may be used for. */
	public static ColumnRole role(Mission mission, String name) {
		return of(mission, name).role();
	}

	/**
	 * The declared columns of a mission that have a full name, in the order of the list.
	 */
	public static List<ArchiveColumn> named(Mission mission) {
		return columns(mission).named;
	}

	/** The columns without which a prediction makes no sense. */
	public static List<String> core(Mission mission) {
		return columns(mission).core;
	}

	/** Every column a model of this mission may be trained on. */
	public static List<String> features(Mission mission) {
		return columns(mission).byName.values()
			.stream()
			.filter((column) -> column.role() == ColumnRole.FEATURE)
			.map(ArchiveColumn::name)
			.sorted()
			.toList();
	}

	private static ArchiveColumns columns(Mission mission) {
		ArchiveColumns columns = ALL.get(mission);
		if (columns == null) {
			throw new IllegalStateException("no columns declared for " + mission);
		}
		return columns;
	}

	private static List<ArchiveColumn> read(Mission mission) {
		List<ArchiveColumn> declared = new ArrayList<>();
		for (List<String> cells : Resources.rows(ArchiveColumns.class, mission.id() + "-columns.csv")) {
			declared.add(new ArchiveColumn(cells.get(0), ColumnRole.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
					cells.get(2).equals("core"), cells.get(3), cells.get(4), cells.get(5)));
		}
		return declared;
	}

}
