package io.exoscout.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of all missions mean, and each mission's word for it. Case, blanks,
 * hyphens and underscores do not matter, and a word may have its code in brackets behind
 * it.
 */
public enum LabelWord {

	/** Found to be a planet. */
	CONFIRMED("CONFIRMED", "CP", "CONFIRMED", "CONFIRMED", "CP", "PLANET", "CONFIRMED PLANET", "PUBLISHED CONFIRMED",
			"EXOPLANET", "CONFIRMED EXOPLANET", "VALIDATED", "VALIDATED PLANET", "VP"),

	/** A planet that was known before. */
	KNOWN("CONFIRMED", "KP", "CONFIRMED", "KP", "KNOWN PLANET"),

	/** Something else than a planet. */
	FALSE_POSITIVE("FALSE POSITIVE", "FP", "FALSE POSITIVE", "FALSE POSITIVE", "FP", "NOT A PLANET", "NOT PLANET",
			"NO PLANET", "NON PLANET", "AFP", "ASTROPHYSICAL FALSE POSITIVE", "EB", "NEB", "ECLIPSING BINARY",
			"NEARBY ECLIPSING BINARY", "BEB", "SB1", "SB2", "V", "VARIABLE"),

	/** No signal at all. */
	FALSE_ALARM("FALSE POSITIVE", "FA", "FALSE POSITIVE", "FA", "FALSE ALARM", "NTP", "NON TRANSITING PHENOMENON", "IS",
			"INSTRUMENT NOISE"),

	/** Published as a planet and found to be none. */
	REFUTED("FALSE POSITIVE", "FP", "REFUTED", "REFUTED", "RETRACTED", "REFUTED PLANET", "PUBLISHED REFUTED"),

	/** May be a planet. */
	CANDIDATE("CANDIDATE", "PC", "CANDIDATE", "CANDIDATE", "PC", "PLANET CANDIDATE", "PLANETARY CANDIDATE",
			"PUBLISHED CANDIDATE", "CAND", "TOI"),

	/** May be a planet, or not. */
	AMBIGUOUS("CANDIDATE", "APC", "CANDIDATE", "APC", "AMBIGUOUS", "AMBIGUOUS PLANET CANDIDATE", "AMBIGUOUS CANDIDATE"),

	/** Nobody has said. */
	UNDECIDED("", "", "", "NOT DISPOSITIONED", "NOT DISPOSITIONED YET", "UNDISPOSITIONED", "NO DISPOSITION", "UNKNOWN",
			"UNK", "UNDECIDED", "U", "UNCLASSIFIED", "UNLABELLED", "UNLABELED", "UNCONFIRMED", "PENDING", "TBD",
			"NOT VETTED", "UNVETTED", "NOT YET VETTED", "TO BE DETERMINED", "OTHER", "O", "NOT EVALUATED");

	private static final Map<String, LabelWord> BY_KEY = new HashMap<>();

	static {
		for (LabelWord word : values()) {
			word.spellings.forEach((spelling) -> BY_KEY.put(key(spelling), word));
		}
	}

	/** {@code Confirmed Planet (CP)}. */
	private static final Pattern WITH_CODE = Pattern.compile("(.+?)\\s*[(\\[](.+)[)\\]]");

	private final String kepler;

	private final String tess;

	private final String k2;

	private final List<String> spellings;

	LabelWord(String kepler, String tess, String k2, String... spellings) {
		this.kepler = kepler;
		this.tess = tess;
		this.k2 = k2;
		this.spellings = List.of(spellings);
	}

	/** What a label means, empty when nobody has such a label. */
	static Optional<LabelWord> of(String label) {
		if (label.isEmpty() || Numbers.meansBlank(label)) {
			return Optional.of(UNDECIDED);
		}
		LabelWord word = BY_KEY.get(key(label));
		return Optional.ofNullable((word != null) ? word : withCode(label));
	}

	/** The code in brackets, where it says the same as the words before it. */
	private static @Nullable LabelWord withCode(String label) {
		Matcher parts = WITH_CODE.matcher(label);
		if (!parts.matches()) {
			return null;
		}
		LabelWord words = BY_KEY.get(key(parts.group(1)));
		LabelWord code = BY_KEY.get(key(parts.group(2)));
		return (words != null && code != null && words.kepler.equals(code.kepler)) ? code : null;
	}

	/** Kepler's word, blank where it has none. */
	String kepler() {
		return this.kepler;
	}

	/** The word of TESS, blank where it has none. */
	String tess() {
		return this.tess;
	}

	/** K2's word, blank where it has none. */
	String k2() {
		return this.k2;
	}

	/** The words that mean this, in capitals. */
	public List<String> spellings() {
		return this.spellings;
	}

	/** The words and codes to tell people of. */
	public static List<String> accepted() {
		return List.of("CONFIRMED", "CP", "KP", "FALSE POSITIVE", "FP", "FA", "REFUTED", "CANDIDATE", "PC", "APC");
	}

	private static String key(String label) {
		return Normalizer.normalize(label, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s_\\-.]", "");
	}

}
