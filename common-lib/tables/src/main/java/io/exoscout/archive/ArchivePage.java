package io.exoscout.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of the pages that the NASA Exoplanet Archive and ExoFOP keep about an
 * object.
 */
public final class ArchivePage {

	private static final String OVERVIEW = "https://exoplanetarchive.ipac.caltech.edu/overview/";

	private static final String EXOFOP = "https://exofop.ipac.caltech.edu/";

	/** {@code K00752.01}, {@code KOI-752.01}, {@code 752.01}. */
	private static final Pattern KOI = Pattern.compile("(?i)k?(?:oi)?[ _-]?0*(\\d{1,5})\\.(\\d{2})");

	/** {@code 1000.01}, {@code TOI-1000.01}; spreadsheets take zeros from the end. */
	private static final Pattern TOI = Pattern.compile("(?i)(?:toi)?[ _-]?0*([1-9]\\d{0,5})\\.\\d{1,2}");

	/** {@code 1234}, {@code 1234.0} as spreadsheets write it, {@code TIC 1234}. */
	private static final Pattern TIC = Pattern.compile("(?i)(?:tic)?[ _-]?0*(\\d{1,12})(?:\\.0+)?");

	/** {@code EPIC 201111557}, and its candidates: {@code EPIC 201111557.01}. */
	private static final Pattern EPIC = Pattern.compile("(?i)epic[ _-]?(\\d{8,9})(?:\\.\\d{2}| [b-j])?");

	private ArchivePage() {
	}

	/**
	 * The archive's page about an object: a Kepler object of interest by its name, the
	 * system of a TESS object of interest, a planet or candidate of K2 by its name.
	 * @param mission whose object it is
	 * @param object its name, blank if there is none
	 * @return the address, or {@code null} for a name that is not of the archive's form
	 */
	public static @Nullable String overview(Mission mission, String object) {
		String name = object.strip();
		return switch (mission) {
			case KEPLER -> kepler(name);
			case TESS -> numbered(TOI.matcher(name), OVERVIEW + "TOI-");
			case K2 -> name.isEmpty() ? null : OVERVIEW + encoded(name);
		};
	}

	/**
	 * The page of the follow-up programme about an object's star: by the number of the
	 * object of interest for Kepler, of the TESS Input Catalog for TESS, of the Ecliptic
	 * Plane Input Catalog for K2.
	 * @param mission whose object it is
	 * @param object its name, blank if there is none
	 * @param star its star's name, blank if there is none
	 * @return the address, or {@code null} where the table does not say the number
	 */
	public static @Nullable String exofop(Mission mission, String object, String star) {
		return switch (mission) {
			case KEPLER -> keplerStar(object.strip());
			case TESS -> numbered(TIC.matcher(star.strip()), EXOFOP + "tess/target.php?id=");
			case K2 -> k2(object.strip(), star.strip());
		};
	}

	private static @Nullable String kepler(String object) {
		if (isOfficial(object)) {
			return OVERVIEW + object;
		}
		Matcher name = KOI.matcher(object);
		return name.matches()
				? OVERVIEW + String.format(Locale.ROOT, "K%05d.%s", Integer.valueOf(name.group(1)), name.group(2))
				: null;
	}

	/** Whether it is a name as the archive writes it, like {@code K00752.01}. */
	private static boolean isOfficial(String object) {
		if (object.length() != 9 || object.charAt(0) != 'K' || object.charAt(6) != '.') {
			return false;
		}
		for (int i = 1; i < 9; i++) {
			if (i != 6 && (object.charAt(i) < '0' || object.charAt(i) > '9')) {
				return false;
			}
		}
		return true;
	}

	private static @Nullable String keplerStar(String object) {
		String page = EXOFOP + "kepler/edit_target.php?id=";
		if (isOfficial(object)) {
			int first = 1;
			while (first < 5 && object.charAt(first) == '0') {
				first++;
			}
			return page + object.substring(first, 6);
		}
		return numbered(KOI.matcher(object), page);
	}

	/** A confirmed planet has another name than its candidate, and so may its star. */
	private static @Nullable String k2(String object, String star) {
		String page = EXOFOP + "k2/edit_target.php?id=";
		String byStar = numbered(EPIC.matcher(star), page);
		return (byStar != null) ? byStar : numbered(EPIC.matcher(object), page);
	}

	private static @Nullable String numbered(Matcher name, String page) {
		return name.matches() ? page + name.group(1) : null;
	}

	private static String encoded(String name) {
		// a path has another space than a form
		return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
