package io.exoscout.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The address of the page that an archive keeps about an object. */
public final class ArchivePage {

	private static final String OVERVIEW = "https://exoplanetarchive.ipac.caltech.edu/overview/";

	private static final String EXOFOP = "https://exofop.ipac.caltech.edu/tess/target.php?id=";

	/** {@code K00752.01}, {@code KOI-752.01}, {@code 752.01}. */
	private static final Pattern KOI = Pattern.compile("(?i)k?(?:oi)?[ _-]?0*(\\d{1,5})\\.(\\d{2})");

	/** {@code 1234}, {@code 1234.0} as spreadsheets write it, {@code TIC 1234}. */
	private static final Pattern TIC = Pattern.compile("(?i)(?:tic)?[ _-]?0*(\\d{1,12})(?:\\.0+)?");

	private ArchivePage() {
	}

	/**
	 * The page of an object.
	 * @param mission whose object it is
	 * @param object its name, blank if there is none
	 * @param star its star's name, blank if there is none
	 * @return the address, or {@code null} for a name that is not of the archive's form
	 */
	public static @Nullable String of(Mission mission, String object, String star) {
		return switch (mission) {
			case KEPLER -> kepler(object.strip());
			case TESS -> tess(star.strip());
			case K2 -> object.isBlank() ? null : OVERVIEW + encoded(object.strip());
		};
	}

	private static @Nullable String kepler(String object) {
		Matcher name = KOI.matcher(object);
		return name.matches()
				? OVERVIEW + String.format(Locale.ROOT, "K%05d.%s", Integer.valueOf(name.group(1)), name.group(2))
				: null;
	}

	private static @Nullable String tess(String star) {
		Matcher name = TIC.matcher(star);
		return name.matches() ? EXOFOP + name.group(1) : null;
	}

	private static String encoded(String name) {
		// a path has another space than a form
		return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
