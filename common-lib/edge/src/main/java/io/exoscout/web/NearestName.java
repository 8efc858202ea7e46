package io.exoscout.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a name that is not known. */
final class NearestName {

	/** More wrong letters are another word. */
	private static final int MOST_WRONG = 2;

	/** Longer ones are no slip of the hand, and not worth the time. */
	private static final int LONGEST = 50;

	private NearestName() {
	}

	/**
	 * The known name that differs by the fewest letters, capitals and underscores aside.
	 */
	static Optional<String> of(String name, Collection<String> known) {
		String plain = plain(name);
		if (plain.length() > LONGEST) {
			return Optional.empty();
		}
		return known.stream()
			.filter((candidate) -> differing(plain, plain(candidate)) <= Math.min(MOST_WRONG, candidate.length() / 3))
			.min(Comparator.comparingInt((candidate) -> differing(plain, plain(candidate))));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

	/** Letters to insert, leave out or replace (Levenshtein 1966). */
	private static int differing(String one, String other) {
		int[] above = new int[other.length() + 1];
		for (int j = 0; j < above.length; j++) {
			above[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[above.length];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = above[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
			}
			above = row;
		}
		return above[other.length()];
	}

}
