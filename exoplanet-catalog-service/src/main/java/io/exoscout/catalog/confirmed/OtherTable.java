package io.exoscout.catalog.confirmed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Refuses tables that are not of confirmed planets, by their columns, and says whose they
 * are.
 */
final class OtherTable {

	/** What only one other table of the archive has, and what that is. */
	private static final Map<String, String> OWN = Map.of("kepoi_name", "Kepler's table of objects of interest (KOI)",
			"toi", "the table of TESS objects of interest (TOI)", "disposition",
			"K2's table of planets and candidates (k2pandc)");

	/** Which of several published solutions a row of {@code PS} is. */
	private static final String DEFAULT_FLAG = "default_flag";

	private static final int SHOWN = 8;

	private OtherTable() {
	}

	static void refuse(List<String> columns) {
		Set<String> names = new HashSet<>(columns);
		List<String> missing = ConfirmedColumns.all()
			.stream()
			.filter((column) -> column.needed() && !names.contains(column.name()))
			.map(ConfirmedColumn::name)
			.toList();
		String own = OWN.keySet().stream().filter(names::contains).sorted().findFirst().orElse(null);
		if (own != null) {
			throw refused("it is " + OWN.get(own) + ", of candidates as well.", missing, own);
		}
		if (names.contains(DEFAULT_FLAG)) {
			throw refused("it has one row for each publication (PS), where PSCompPars has one for each planet.",
					missing, DEFAULT_FLAG);
		}
		if (!missing.isEmpty()) {
			throw refused(
					"its columns begin with %s."
						.formatted(columns.stream().limit(SHOWN).map(Quoted::of).collect(Collectors.joining(", "))),
					missing, null);
		}
	}

	private static ProblemException refused(String why, List<String> missing, @Nullable String own) {
		String lacks = missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".";
		List<InputError> errors = missing.isEmpty()
				? List.of(InputError.column(String.valueOf(own), "not a column of PSCompPars"))
				: missing.stream().map((name) -> InputError.column(name, "missing")).toList();
		return new ProblemException(ErrorCode.NOT_CONFIRMED_PLANETS,
				"This is not the archive's table of confirmed planets (PSCompPars): " + why + lacks, errors);
	}

}
