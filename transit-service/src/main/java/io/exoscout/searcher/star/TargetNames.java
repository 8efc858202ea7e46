package io.exoscout.searcher.star;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * What a star may be called in the files of its light curves, which have its number in
 * the mission's catalogue: {@code KIC 6541920}, {@code TIC 25155310},
 * {@code EPIC 201367065}.
 */
final class TargetNames {

	private static final Pattern NUMBERED = Pattern.compile("(?:(KIC|KPLR|TIC|EPIC|KTWO)[\\s_:-]*)?0*(\\d{1,12})",
			Pattern.CASE_INSENSITIVE);

	private TargetNames() {
	}

	/**
	 * The names to look for.
	 * @param star a name as a table or a person has it; of a number alone the mission
	 * tells the catalogue, or it is looked for in all of them
	 * @param mission whose star it is, if that is known
	 */
	static List<String> of(String star, @Nullable Mission mission) {
		String name = star.strip();
		Matcher numbered = NUMBERED.matcher(name);
		if (!numbered.matches()) {
			return List.of(name);
		}
		String number = numbered.group(2);
		String catalogue = numbered.group(1);
		if (catalogue != null) {
			return List.of(canonical(catalogue) + " " + number);
		}
		return Stream.of(Mission.values())
			.filter((one) -> mission == null || one == mission)
			.map((one) -> catalogue(one) + " " + number)
			.toList();
	}

	private static String canonical(String catalogue) {
		return switch (catalogue.toUpperCase(Locale.ROOT)) {
			case "KIC", "KPLR" -> catalogue(Mission.KEPLER);
			case "TIC" -> catalogue(Mission.TESS);
			default -> catalogue(Mission.K2);
		};
	}

	private static String catalogue(Mission mission) {
		return switch (mission) {
			case KEPLER -> "KIC";
			case TESS -> "TIC";
			case K2 -> "EPIC";
		};
	}

}
