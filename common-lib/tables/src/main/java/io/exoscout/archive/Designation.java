package io.exoscout.archive;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The archive's spelling of the names of objects and stars: {@code KOI-752.01},
 * {@code 752.01} and {@code K752.01} are {@code K00752.01}; {@code KIC 010797460} and
 * {@code 10797460.0} are {@code 10797460}. Names of no catalogue known here only lose
 * their surplus blanks.
 */
public final class Designation {

	private static final Pattern KOI = Pattern.compile("(?:KOI|K)?[\\s_#-]*0*(\\d{1,5})\\.(\\d\\d)0*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TOI = Pattern.compile("(?:TOI)?[\\s_#-]*0*(\\d{1,6})\\.(\\d\\d)0*",
			Pattern.CASE_INSENSITIVE);

	/** A signal's number that lost a digit, or all, as a number. */
	private static final Pattern SHORT = Pattern.compile("(?:[KT]OI)?[\\s_#-]*\\d{1,6}(?:\\.\\d?)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern STAR = Pattern
		.compile("(?:KIC|KPLR|KEPID|KEPLER ID|TIC|TIC ID)?[\\s_#:-]*0*(\\d+)(?:\\.0*)?", Pattern.CASE_INSENSITIVE);

	private static final Pattern EPIC = Pattern.compile("(?:EPIC)?[\\s_#:-]*(2\\d{8})(?:\\.0*)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern EPIC_OBJECT = Pattern
		.compile("(?:EPIC)?[\\s_#:-]*(2\\d{8})(?:\\.(\\d\\d)|[\\s_-]*([b-z]))", Pattern.CASE_INSENSITIVE);

	private static final Pattern K2 = Pattern.compile("K2[\\s_-]+(\\d{1,4})(?:[\\s_-]*([AB]))?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern K2_OBJECT = Pattern.compile("K2[\\s_-]+(\\d{1,4})(?:[\\s_]*([AB]))?[\\s_-]*([b-z])",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LETTERED = Pattern.compile(".+ [b-z]");

	private static final Pattern NUMBERED = Pattern.compile(".+\\.\\d\\d");

	/** What stands between the parts of a name, by different habits. */
	private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

	private static final Pattern ROUNDED = Pattern.compile("(\\d)(?:\\.(\\d*))?[eE]\\+?0*(\\d{1,2})");

	private Designation() {
	}

	/**
	 * A name of any catalogue in small letters and without what people put between its
	 * parts, to compare names however they are written, or to find parts of them.
	 */
	public static String plain(String name) {
		return BETWEEN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/**
	 * An object's name as the archive spells it.
	 * @param mission whose catalogue it is of
	 * @param name the trimmed cell; blank, or what stands for it, is blank
	 */
	public static String object(Mission mission, String name) {
		if (isPlain(mission, name)) {
			return name;
		}
		if (isBlank(name) || isRounded(name)) {
			return "";
		}
		return switch (mission) {
			case KEPLER -> numbered(KOI.matcher(name), name, "K", 5);
			case TESS -> numbered(TOI.matcher(name), name, "", 1);
			case K2 -> k2Object(name);
		};
	}

	/**
	 * A star's name as the archive spells it; blank where a spreadsheet rounded it, since
	 * many stars share what is left.
	 * @param mission whose catalogue it is of
	 * @param name the trimmed cell
	 */
	public static String star(Mission mission, String name) {
		if (mission != Mission.K2 && isDigits(name)) {
			return isRound(mission, name) ? "" : name;
		}
		if (isBlank(name) || isRounded(name)) {
			return "";
		}
		String whole = whole(name);
		if (mission == Mission.K2) {
			return k2Star(whole);
		}
		if (isDigits(whole)) {
			return isRound(mission, whole) ? "" : whole;
		}
		Matcher matcher = STAR.matcher(whole);
		if (matcher.matches() && isRound(mission, matcher.group(1))) {
			return "";
		}
		return matcher.matches() ? matcher.group(1) : withoutBlanks(whole);
	}

	/** Whether a star's number was rounded by whoever saved it. */
	public static boolean isRoundedStar(Mission mission, String name) {
		return isRounded(name) || (mission != Mission.K2 && isRound(mission, name));
	}

	/** Whether a number ends in more noughts than any star's of the archive's tables. */
	private static boolean isRound(Mission mission, String digits) {
		return digits.length() >= 7 && digits.endsWith((mission == Mission.KEPLER) ? "0000" : "00000");
	}

	/**
	 * Whether a star's or object's number was written with an exponent, and too short.
	 */
	public static boolean isRounded(String name) {
		if (name.length() > 24 || !hasExponent(name)) {
			return false;
		}
		Matcher matcher = ROUNDED.matcher(name);
		if (!matcher.matches()) {
			return false;
		}
		int digits = 1 + ((matcher.group(2) != null) ? matcher.group(2).length() : 0);
		int lost = Integer.parseInt(matcher.group(3)) + 1 - digits;
		// 1.079746E7 has lost a nought, which nobody writes; 1.08E+07 all but three
		// digits
		return lost > 2 || (lost > 0 && digits < 6);
	}

	/** Whether the number of an object's signal lost a digit: 1000.1 may be 1000.10. */
	public static boolean isShortened(Mission mission, String name) {
		int point = name.indexOf('.');
		// the digits after the point are all there in nearly all names
		boolean may = mission != Mission.K2 && (point < 0 || point >= name.length() - 2);
		return may && SHORT.matcher(name).matches();
	}

	/** Whether there is a letter that may stand before an exponent. */
	private static boolean hasExponent(String name) {
		return name.indexOf('e') >= 0 || name.indexOf('E') >= 0;
	}

	/**
	 * The star that an object's own name tells, as {@link #object} spells it; blank when
	 * it tells none.
	 */
	static String starOf(Mission mission, String object) {
		int end = switch (mission) {
			case KEPLER, TESS -> object.indexOf('.');
			case K2 -> LETTERED.matcher(object).matches() ? object.length() - 2
					: NUMBERED.matcher(object).matches() ? object.length() - 3 : -1;
		};
		if (end <= 0) {
			return "";
		}
		String number = object.substring(0, end);
		return switch (mission) {
			case KEPLER ->
				(end > 1 && number.charAt(0) == 'K' && areDigits(number, 1, end)) ? "KOI " + number.substring(1) : "";
			case TESS -> isDigits(number) ? "TOI " + number : "";
			case K2 -> number;
		};
	}

	private static boolean isPlain(Mission mission, String name) {
		return switch (mission) {
			case KEPLER -> name.length() == 9 && name.charAt(0) == 'K' && areDigits(name, 1, 6) && name.charAt(6) == '.'
					&& areDigits(name, 7, 9);
			case TESS -> isPlainToi(name);
			case K2 -> false;
		};
	}

	private static boolean isPlainToi(String name) {
		int point = name.length() - 3;
		return point > 0 && point <= 6 && name.charAt(0) != '0' && areDigits(name, 0, point)
				&& name.charAt(point) == '.' && areDigits(name, point + 1, name.length());
	}

	/**
	 * Without the noughts after the point, and whole where it is written with an
	 * exponent.
	 */
	private static String whole(String name) {
		if (!hasExponent(name) || !ROUNDED.matcher(name).matches()) {
			return name;
		}
		return new BigDecimal(name).toBigInteger().toString();
	}

	/** Not by a format, which takes longer than all else that is done with a row. */
	private static String numbered(Matcher matcher, String name, String prefix, int digits) {
		if (!matcher.matches()) {
			return withoutBlanks(name);
		}
		String number = String.valueOf(Integer.parseInt(matcher.group(1)));
		return prefix + "0".repeat(Math.max(0, digits - number.length())) + number + "." + matcher.group(2);
	}

	private static String k2Object(String name) {
		Matcher epic = EPIC_OBJECT.matcher(name);
		if (epic.matches()) {
			return "EPIC " + epic.group(1)
					+ ((epic.group(2) != null) ? "." + epic.group(2) : " " + epic.group(3).toLowerCase(Locale.ROOT));
		}
		Matcher k2 = K2_OBJECT.matcher(name);
		if (k2.matches()) {
			return "K2-" + Integer.parseInt(k2.group(1)) + component(k2.group(2)) + " "
					+ k2.group(3).toLowerCase(Locale.ROOT);
		}
		return k2Star(name);
	}

	private static String k2Star(String name) {
		Matcher epic = EPIC.matcher(name);
		if (epic.matches()) {
			return "EPIC " + epic.group(1);
		}
		Matcher k2 = K2.matcher(name);
		return k2.matches() ? "K2-" + Integer.parseInt(k2.group(1)) + component(k2.group(2)) : withoutBlanks(name);
	}

	private static String component(@Nullable String letter) {
		return (letter != null) ? " " + letter.toUpperCase(Locale.ROOT) : "";
	}

	private static boolean isBlank(String name) {
		return name.isEmpty() || Numbers.meansBlank(name);
	}

	private static boolean isDigits(String text) {
		return !text.isEmpty() && text.charAt(0) != '0' && areDigits(text, 0, text.length());
	}

	private static boolean areDigits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private static String withoutBlanks(String name) {
		return name.strip().replaceAll("\\s+", " ");
	}

}
