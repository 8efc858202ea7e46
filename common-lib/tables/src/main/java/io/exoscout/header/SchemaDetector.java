package io.exoscout.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.archive.OwnColumns;
import io.exoscout.archive.Schema;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * Tells from the column names alone, in any order, whose table this is. Always the same
 * answer for the same columns, and always with the reason. A mission's table has names
 * that are its own and a measurement; what else it lacks is judged by whoever trains or
 * predicts.
 */
public final class SchemaDetector {

	/** Columns of the archive's tables of published planets, which K2's has too. */
	private static final List<String> PUBLISHED = List.of("soltype", "discoverymethod", "disc_facility", "disc_year");

	/** So many columns are named in an explanation at most. */
	private static final int SHOWN = 8;

	private SchemaDetector() {
	}

	/**
	 * Recognises a table.
	 * @param columns its header, by the archive's names
	 * @param told the mission that a name of the header tells by itself, as it was sent:
	 * by the archive's names K2's ids are those of any planet and star
	 * @return what it is
	 * @throws ProblemException {@code unknown_schema} when it is the table of no mission,
	 * {@code ambiguous_schema} when it could be that of several
	 */
	public static Schema detect(List<String> columns, Optional<Mission> told) {
		Set<String> names = new LinkedHashSet<>(columns);
		List<Mission> matching = Arrays.stream(Mission.values())
			.filter((mission) -> missing(mission, names, told).isEmpty())
			.toList();
		if (matching.isEmpty()) {
			throw unknown(columns, names, told);
		}
		if (matching.size() > 1) {
			// a column of another mission's names, put beside a whole table, changes
			// nothing
			List<Mission> whole = matching.stream()
				.filter((mission) -> names.containsAll(ArchiveColumns.core(mission)))
				.toList();
			if (whole.size() == 1) {
				return schema(whole.get(0), names);
			}
			throw new ProblemException(ErrorCode.AMBIGUOUS_SCHEMA,
					"The table has the columns of several missions (" + ids(matching)
							+ "); keep the columns of one of them.",
					InputError.field("file", "columns of several missions"));
		}
		return schema(matching.get(0), names);
	}

	/**
	 * Whether a table with K2's columns may be the archive's table of published planets,
	 * of whatever telescope: nothing in it says which object was found to be none.
	 */
	public static boolean mayBePublishedPlanets(Schema schema, Collection<String> columns) {
		return schema.mission() == Mission.K2 && !schema.labelled()
				&& List.of(OwnColumns.DEFAULT_FLAG).containsAll(OwnColumns.among(Mission.K2, columns))
				&& PUBLISHED.stream().anyMatch(columns::contains);
	}

	private static Schema schema(Mission mission, Set<String> names) {
		boolean labelled = names.contains(mission.labelColumn());
		List<String> seen = new ArrayList<>(List.of(mission.objectColumn(), mission.labelColumn()));
		seen.addAll(ArchiveColumns.core(mission));
		if (mission == Mission.K2) {
			seen.addAll(OwnColumns.K2);
		}
		seen.removeIf((name) -> !names.contains(name));
		if (seen.isEmpty()) {
			OwnColumns.among(mission, names).stream().limit(SHOWN).forEach(seen::add);
		}
		if (seen.isEmpty() && names.contains(mission.starColumn())) {
			seen.add(mission.starColumn());
		}
		return new Schema(mission, labelled, "Has the " + mission.id() + " columns "
				+ String.join(", ", seen.stream().distinct().toList())
				+ (labelled ? "." : "; without " + mission.labelColumn() + " it can be predicted on, not trained on."));
	}

	/** What a mission's table must have and this one lacks. */
	private static List<String> missing(Mission mission, Set<String> names, Optional<Mission> told) {
		List<String> missing = new ArrayList<>();
		boolean tells = told.filter(mission::equals).isPresent();
		if (mission.sharesNames() && !tells) {
			// a planet has several rows, told apart by its name
			missing.add(mission.objectColumn());
			if (!names.contains(mission.labelColumn()) && OwnColumns.among(mission, names).isEmpty()) {
				missing.add(mission.labelColumn());
				missing.add(OwnColumns.DEFAULT_FLAG);
			}
		}
		else if (!tells && !hasOwn(mission, names)) {
			missing.add(mission.objectColumn());
			missing.add(mission.starColumn());
		}
		if (names.stream().noneMatch((name) -> ArchiveColumns.role(mission, name) == ColumnRole.FEATURE)) {
			missing.addAll(ArchiveColumns.core(mission));
		}
		missing.removeIf(names::contains);
		return missing;
	}

	/** Whether some names are the mission's own: one that is an id, or two of others. */
	private static boolean hasOwn(Mission mission, Set<String> names) {
		return names.contains(mission.objectColumn()) || names.contains(mission.labelColumn())
				|| OwnColumns.among(mission, names).size() >= 2;
	}

	private static ProblemException unknown(List<String> columns, Set<String> names, Optional<Mission> told) {
		List<InputError> reasons = Arrays.stream(Mission.values())
			.sorted(Comparator.comparing((mission) -> missing(mission, names, told).size()))
			.map((mission) -> InputError.field(mission.id(),
					"no " + mission.id() + " table: it lacks the column(s) "
							+ String.join(", ", missing(mission, names, told))))
			.toList();
		String detail = lookAlike(columns, names) + " Accepted are the NASA Exoplanet Archive's tables "
				+ listed((mission) -> mission.table() + " (" + mission.title() + ")", " and ") + ". This is "
				+ String.join("; ", reasons.stream().map(InputError::message).toList()) + ".";
		return new ProblemException(ErrorCode.UNKNOWN_SCHEMA, detail, reasons);
	}

	private static String lookAlike(List<String> columns, Set<String> names) {
		String first = columns.get(0);
		if (columns.size() == 1 && first.matches(".*[;\\t|].*")) {
			return "The header " + Quoted.of(first) + " is one column; cells have to be separated by commas.";
		}
		if (columns.size() == 1 && first.chars().anyMatch(Character::isWhitespace)) {
			return "The header " + Quoted.of(first)
					+ " is one column of words separated by blanks, as in the Robovetter's output; "
					+ "cells have to be separated by commas.";
		}
		if (columns.stream().anyMatch((column) -> column.startsWith("tce_"))) {
			return "This looks like a table of threshold crossing events (tce_ columns), which is not what is "
					+ "vetted here.";
		}
		if (names.contains("pl_name") && names.contains("pl_orbper")) {
			return "This looks like a table of confirmed planets (PSCompPars), which has neither disposition nor "
					+ "default_flag, so nothing to tell apart. The catalogue takes it: POST /get-exoplanets/import, "
					+ "or /catalogue/ in a browser.";
		}
		List<String> common = MissionClues.common(columns);
		if (common.size() >= 2) {
			return "The columns " + String.join(", ", common.stream().limit(SHOWN).map(Quoted::of).toList())
					+ " could be those of any mission; a column of its own tells which: "
					+ listed(SchemaDetector::clue, ", ") + ", or the archive's names, such as koi_period.";
		}
		return "The columns are those of no known table.";
	}

	private static String clue(Mission mission) {
		String columns = switch (mission) {
			case KEPLER, TESS -> mission.starColumn() + " or " + mission.objectColumn();
			case K2 -> "an EPIC number, or " + mission.objectColumn() + " with " + mission.labelColumn();
		};
		return columns + " (" + mission.title() + ")";
	}

	private static String listed(Function<Mission, String> word, String beforeLast) {
		List<String> words = Arrays.stream(Mission.values()).map(word).toList();
		int last = words.size() - 1;
		return String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
	}

	private static String ids(List<Mission> missions) {
		return String.join(", ", missions.stream().map(Mission::id).toList());
	}

}
