package io.exoscout.header;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.OwnColumns;
import io.exoscout.csv.Resources;

/**
 * The names people use for the columns of a mission's table: the archive's own in any
 * spelling, its labels, and those declared in {@code kepler-synonyms.csv} and so on
 * beside this class.
 */
public final class Synonyms {

	private static final Set<String> TEXT = Set.of("rastr", "decstr");

	private static final Map<Mission, Synonyms> ALL = new EnumMap<>(Mission.class);

	static {
		for (Mission mission : Mission.values()) {
			ALL.put(mission, new Synonyms(mission));
		}
	}

	private final List<Synonym> declared = new ArrayList<>();

	private final Map<String, List<Synonym>> byKey = new HashMap<>();

	private Synonyms(Mission mission) {
		List<ArchiveColumn> columns = ArchiveColumns.named(mission);
		columns.forEach((column) -> add(new Synonym(column.name(), column.name(), "",
				OwnColumns.has(mission, column.name()), "the archive", 0)));
		for (int i = 0; i < columns.size(); i++) {
			ArchiveColumn column = columns.get(i);
			// of two columns of one label, the numbers rather than the text
			int rank = TEXT.contains(column.name()) ? Integer.MAX_VALUE : i + 1;
			add(new Synonym(column.meaning(), column.name(), "", false, "the archive's labels", rank));
		}
		for (List<String> cells : Resources.rows(Synonyms.class, mission.id() + "-synonyms.csv")) {
			Synonym synonym = new Synonym(cells.get(0), cells.get(1), cells.get(2), cells.get(3).equals("own"),
					cells.get(4), columns.size() + this.declared.size() + 1);
			this.declared.add(synonym);
			add(synonym);
		}
	}

	public static Synonyms of(Mission mission) {
		Synonyms synonyms = ALL.get(mission);
		if (synonyms == null) {
			throw new IllegalStateException("no synonyms for " + mission);
		}
		return synonyms;
	}

	/** What a name may stand for, by its {@link HeaderName#keys}; the best first. */
	public List<Synonym> of(String key) {
		return this.byKey.getOrDefault(key, List.of());
	}

	/** Those that are declared, in the order of their list. */
	public List<Synonym> declared() {
		return this.declared;
	}

	private void add(Synonym synonym) {
		for (String key : HeaderName.keys(synonym.name())) {
			List<Synonym> known = this.byKey.computeIfAbsent(key, (name) -> new ArrayList<>(1));
			known.add(synonym);
			known.sort((one, other) -> Integer.compare(one.rank(), other.rank()));
		}
	}

}
