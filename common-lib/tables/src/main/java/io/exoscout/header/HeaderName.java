package io.exoscout.header;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A name of a header taken apart: its words, the unit it names and whether it is that of
 * an uncertainty. Case, blanks, underscores, hyphens and brackets do not matter.
 *
 * @param words the words, in lower case, without the unit and what tells an uncertainty
 * @param unit the unit it names in brackets, or {@code null}
 * @param bound whether it is an uncertainty, and which
 */
record HeaderName(List<String> words, @Nullable String unit, Bound bound) {

	private static final Set<String> ERROR = Set.of("err", "errs", "error", "errors", "unc", "uncert", "uncertainty",
			"uncertainties", "sigma");

	private static final Set<String> UPPER = Set.of("upper", "up", "plus", "pos", "positive", "hi", "high", "1", "p");

	private static final Set<String> LOWER = Set.of("lower", "low", "minus", "neg", "negative", "lo", "2", "m");

	/** {@code err-}, where another minus sign only separates words. */
	private static final Pattern LOWER_SIGN = Pattern
		.compile("(err|errs|error|errors|unc|uncert|uncertainty|sigma)[\\s_(\\[]*[-\u2212\u2013][\\s)\\]]*$");

	/** {@code R*}: the star's. */
	private static final Pattern STAR_SIGN = Pattern.compile("(?<=\\p{L})_?\\*(?![*\\p{N}])");

	/** What no word has. */
	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}%‰°⊕☉⊙]+");

	private static final Pattern NUMBERED = Pattern.compile("[a-z]+[12]");

	private static final Pattern GLUED = Pattern.compile("(\\p{L}{2,})(err[12])");

	/** Which side of a value an uncertainty is. */
	enum Bound {

		NONE, UPPER, LOWER, BOTH

	}

	/** Takes a name apart. */
	static HeaderName of(String name) {
		String text = plain(name);
		StringBuilder rest = new StringBuilder();
		String unit = null;
		int at = 0;
		while (at < text.length()) {
			int end = closing(text, at);
			if (end > at) {
				String inside = text.substring(at + 1, end);
				if (unit == null && Units.known(inside)) {
					unit = inside.strip();
					rest.append(' ');
				}
				else {
					rest.append(' ').append(inside).append(' ');
				}
				at = end + 1;
			}
			else {
				rest.append(text.charAt(at++));
			}
		}
		return of(words(rest.toString()), unit);
	}

	private static HeaderName of(List<String> words, @Nullable String unit) {
		int error = -1;
		words = words.stream().flatMap(HeaderName::split).toList();
		for (int i = 0; i < words.size() && error < 0; i++) {
			error = isError(words.get(i)) ? i : -1;
		}
		// e_Period, as in the tables of Vizier
		if (error < 0 && words.size() > 1 && Set.of("e", "err").contains(words.get(0))) {
			error = 0;
		}
		if (error < 0) {
			return new HeaderName(words, unit, Bound.NONE);
		}
		List<String> left = new ArrayList<>(words);
		String word = left.remove(error);
		Bound bound = side(word.substring(word.length() - 1));
		int[] beside = { error, error - 1 };
		for (int i = 0; i < beside.length && bound == Bound.BOTH; i++) {
			if (beside[i] >= 0 && beside[i] < left.size()) {
				bound = side(left.get(beside[i]));
				if (bound != Bound.BOTH) {
					left.remove(beside[i]);
				}
			}
		}
		return new HeaderName(List.copyOf(left), unit, bound);
	}

	/** What it may be looked up by, the fullest form first. */
	static List<String> keys(String name) {
		List<String> words = words(plain(name));
		return withoutValue(words);
	}

	/** The same without the unit and what tells an uncertainty. */
	List<String> keys() {
		return withoutValue(this.words);
	}

	/**
	 * The readings in which its last words are a unit ({@code period_days}).
	 */
	List<HeaderName> unitLast() {
		List<HeaderName> readings = new ArrayList<>();
		for (int count = 1; this.unit == null && count <= 2 && count < this.words.size(); count++) {
			int from = this.words.size() - count;
			String last = String.join("", this.words.subList(from, this.words.size()));
			if (Units.known(last)) {
				readings.add(new HeaderName(this.words.subList(0, from), last, this.bound));
			}
		}
		return readings;
	}

	private static List<String> withoutValue(List<String> words) {
		Set<String> keys = new LinkedHashSet<>();
		keys.add(String.join("", words));
		keys.add(String.join("", words.stream().filter((word) -> !word.equals("value")).toList()));
		keys.remove("");
		return List.copyOf(keys);
	}

	private static boolean isError(String word) {
		return ERROR.contains(word) || (word.length() > 1 && ERROR.contains(word.substring(0, word.length() - 1))
				&& NUMBERED.matcher(word).matches());
	}

	/** {@code orbpererr1}, as the archive writes an uncertainty, is two words. */
	private static Stream<String> split(String word) {
		if (!word.endsWith("err1") && !word.endsWith("err2")) {
			return Stream.of(word);
		}
		Matcher glued = GLUED.matcher(word);
		return glued.matches() ? Stream.of(glued.group(1), glued.group(2)) : Stream.of(word);
	}

	private static Bound side(String word) {
		return UPPER.contains(word) ? Bound.UPPER : LOWER.contains(word) ? Bound.LOWER : Bound.BOTH;
	}

	/** Where the bracket that opens here closes, or -1. */
	private static int closing(String text, int at) {
		if ("([{".indexOf(text.charAt(at)) < 0) {
			return -1;
		}
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			depth += ("([{".indexOf(text.charAt(i)) >= 0) ? 1 : (")]}".indexOf(text.charAt(i)) >= 0) ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * A header may have thousands of names, so signs are looked for where there are any.
	 */
	private static List<String> words(String text) {
		boolean minus = text.chars().anyMatch((sign) -> "-\u2212\u2013".indexOf(sign) >= 0);
		String signed = (minus ? LOWER_SIGN.matcher(text).replaceFirst("$1 minus ") : text).replace("+", " plus ");
		String starred = (signed.indexOf('*') >= 0) ? STAR_SIGN.matcher(signed).replaceAll("star") : signed;
		return BETWEEN.splitAsStream(starred).filter((word) -> !word.isEmpty()).toList();
	}

	private static String plain(String name) {
		// camelCase has no blank to lose: keys are compared without blanks
		return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
	}

}
