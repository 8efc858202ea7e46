package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;

/**
 * Tells from the column names alone, in any order, whose table this is. Always the same
 * answer for the same columns, and always with the reason.
 */
public final class SchemaDetector {

	/** Columns only the K2 table has, besides the names that all planet tables share. */
	private static final List<String> K2_ONLY = List.of("disposition", "default_flag", "disp_refname", "k2_name",
			"epic_hostname", "epic_candname", "k2_campaigns");

	private SchemaDetector() {
	}

	/**
	 * Recognises a table.
	 * @param columns its header
	 * @return what it is
	 * @throws ProblemException {@code unknown_schema} when it is the table of no mission,
	 * {@code ambiguous_schema} when it could be that of several
	 */
	public static Schema detect(List<String> columns) {
		Set<String> names = new HashSet<>(columns);
		List<Mission> matching = Arrays.stream(Mission.values())
			.filter((mission) -> missing(mission, names).isEmpty())
			.toList();
		if (matching.isEmpty()) {
			throw unknown(columns, names);
		}
		if (matching.size() > 1) {
			throw new ProblemException(ProblemKind.UNUSABLE, "ambiguous_schema",
					"The table has the columns of several missions (" + ids(matching)
							+ "); keep the columns of one of them.",
					Offence.field("file", "columns of several missions"));
		}
		return schema(matching.get(0), names);
	}

	private static Schema schema(Mission mission, Set<String> names) {
		boolean labelled = names.contains(mission.labelColumn());
		List<String> seen = new ArrayList<>(List.of(mission.objectColumn(), mission.labelColumn()));
		seen.addAll(ArchiveColumns.core(mission));
		if (mission == Mission.K2) {
			seen.addAll(K2_ONLY);
		}
		seen.removeIf((name) -> !names.contains(name));
		return new Schema(mission, labelled, "Has the " + mission.id() + " columns "
				+ String.join(", ", seen.stream().distinct().toList())
				+ (labelled ? "." : "; without " + mission.labelColumn() + " it can be predicted on, not trained on."));
	}

	/** What a mission's table must have and this one lacks. */
	private static List<String> missing(Mission mission, Set<String> names) {
		List<String> missing = new ArrayList<>(ArchiveColumns.core(mission));
		if (mission == Mission.K2) {
			// a planet has several rows, told apart by its name
			missing.add(mission.objectColumn());
			if (K2_ONLY.stream().noneMatch(names::contains)) {
				missing.add(mission.labelColumn());
				missing.add("default_flag");
			}
		}
		missing.removeIf(names::contains);
		return missing;
	}

	private static ProblemException unknown(List<String> columns, Set<String> names) {
		List<Offence> reasons = Arrays.stream(Mission.values())
			.sorted(Comparator.comparing((mission) -> missing(mission, names).size()))
			.map((mission) -> Offence.field(mission.id(),
					"no " + mission.id() + " table: it lacks the column(s) "
							+ String.join(", ", missing(mission, names))))
			.toList();
		String detail = lookAlike(columns, names) + " Accepted are the NASA Exoplanet Archive's tables cumulative "
				+ "(Kepler), TOI (TESS) and k2pandc (K2). This is "
				+ String.join("; ", reasons.stream().map(Offence::message).toList()) + ".";
		return new ProblemException(ProblemKind.UNUSABLE, "unknown_schema", detail, reasons);
	}

	private static String lookAlike(List<String> columns, Set<String> names) {
		String first = columns.get(0);
		if (columns.size() == 1 && first.matches(".*[;\\t|].*")) {
			return "The header " + Excerpt.of(first) + " is one column; cells have to be separated by commas.";
		}
		if (columns.size() == 1 && first.chars().anyMatch(Character::isWhitespace)) {
			return "The header " + Excerpt.of(first)
					+ " is one column of words separated by blanks, as in the Robovetter's output; "
					+ "cells have to be separated by commas.";
		}
		if (columns.stream().anyMatch((column) -> column.startsWith("tce_"))) {
			return "This looks like a table of threshold crossing events (tce_ columns), which is not what is "
					+ "vetted here.";
		}
		if (names.contains("pl_name") && names.contains("pl_orbper")) {
			return "This looks like a table of confirmed planets (PSCompPars), which has neither disposition nor "
					+ "default_flag, so nothing to tell apart.";
		}
		return "The columns are those of no known table.";
	}

	private static String ids(List<Mission> missions) {
		return String.join(", ", missions.stream().map(Mission::id).toList());
	}

}
