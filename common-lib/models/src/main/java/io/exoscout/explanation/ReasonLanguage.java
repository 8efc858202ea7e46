package io.exoscout.explanation;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages in which reasons are told. */
public enum ReasonLanguage {

	ENGLISH("en", "this speaks for %s", "this speaks against %s") {
		@Override
		String number(String digits) {
			return digits;
		}
	},

	SPANISH("es", "habla a favor de %s", "habla en contra de %s") {
		@Override
		String number(String digits) {
			return digits.replace('.', ',');
		}
	};

	private final String tag;

	private final String inFavour;

	private final String against;

	ReasonLanguage(String tag, String inFavour, String against) {
		this.tag = tag;
		this.inFavour = inFavour;
		this.against = against;
	}

	/**
	 * The language that somebody understands best.
	 * @param accepted an {@code Accept-Language} header (RFC 9110), if there is one
	 * @return English if it names none of them, or can not be read
	 */
	public static ReasonLanguage of(@Nullable String accepted) {
		for (Locale.LanguageRange range : ranges(accepted)) {
			for (ReasonLanguage language : values()) {
				boolean named = range.getRange().equals(language.tag)
						|| range.getRange().startsWith(language.tag + "-");
				if (named && range.getWeight() > 0) {
					return language;
				}
			}
		}
		return ENGLISH;
	}

	private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
		try {
			return (accepted == null || accepted.isBlank()) ? List.of() : Locale.LanguageRange.parse(accepted);
		}
		catch (IllegalArgumentException ex) {
			// a header that says nothing is no reason to refuse a prediction
			return List.of();
		}
	}

	/** For {@code Content-Language}. */
	public String tag() {
		return this.tag;
	}

	/** Digits as they are written in it. */
	abstract String number(String digits);

	/** A whole sentence. */
	String sentence(String fact, boolean favours, String className) {
		return Character.toUpperCase(fact.charAt(0)) + fact.substring(1) + ": "
				+ (favours ? this.inFavour : this.against).formatted(className) + ".";
	}

}
