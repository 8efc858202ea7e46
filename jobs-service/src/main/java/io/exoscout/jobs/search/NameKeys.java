package io.exoscout.jobs.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.archive.NameHash;

/**
 * What names are found by: one number for all spellings of a name. A number alone is a
 * star of any mission, with the name of its catalogue before it one of that mission.
 */
final class NameKeys {

	/** Columns that hold further names of an object or its star. */
	static final List<String> COLUMNS = List.of("kepler_name", "epic_hostname", "epic_candname", "epic_name", "tic_id",
			"hd_name", "hip_name", "k2_name", "gaia_id", "gaia_dr2_id", "gaia_dr3_id", "ctoi_alias");

	private static final Pattern BETWEEN = Pattern.compile("[\\s_#:-]+");

	private static final Pattern LETTERED = Pattern.compile("(.+\\d)\\s+[b-z]", Pattern.CASE_INSENSITIVE);

	/** The number of a star among those with signals. */
	private static final Pattern HOST = Pattern.compile("(KOI|TOI)[\\s_#:-]*0*(\\d{1,6})|K(\\d{5})",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBERED = Pattern.compile("[^\\d]*0*(\\d{1,6})\\.\\d\\d");

	private NameKeys() {
	}

	/** What an object is found by that its mission's table calls so. */
	static void ofObject(Mission mission, String object, KeySink keys) {
		keys.add(object(mission, object));
		keys.add(named(object));
		lettered(object, keys);
		Matcher numbered = NUMBERED.matcher(object);
		if (mission != Mission.K2 && numbered.matches()) {
			keys.add(host((mission == Mission.KEPLER) ? "koi" : "toi", numbered.group(1)));
		}
	}

	/** What an object is found by whose star its mission's table calls so. */
	static void ofStar(Mission mission, String star, KeySink keys) {
		keys.add(star(mission, star));
		keys.add(named(star));
	}

	/** What an object is found by that is called so, too. */
	static void ofName(String name, KeySink keys) {
		keys.add(named(name));
		lettered(name, keys);
	}

	/** What to look for when somebody asks for a name. */
	static Set<Long> wanted(String name) {
		Set<Long> wanted = new LinkedHashSet<>();
		String given = name.strip();
		wanted.add(named(given));
		Matcher host = HOST.matcher(given);
		if (host.matches()) {
			wanted.add((host.group(1) != null) ? host(host.group(1), host.group(2)) : host("koi", host.group(3)));
		}
		for (Mission mission : Mission.values()) {
			if (Catalogue.mayBe(mission, given)) {
				wanted.add(object(mission, Designation.object(mission, given)));
				wanted.add(star(mission, Designation.star(mission, given)));
			}
		}
		return wanted;
	}

	/** A planet's star is called like the planet, but for the letter. */
	private static void lettered(String name, KeySink keys) {
		Matcher lettered = LETTERED.matcher(name);
		if (lettered.matches()) {
			keys.add(named(lettered.group(1)));
		}
	}

	private static long object(Mission mission, String object) {
		return NameHash.of(mission.id() + " object " + plain(object));
	}

	private static long star(Mission mission, String star) {
		return NameHash.of(mission.id() + " star " + plain(star));
	}

	private static long host(String catalogue, String number) {
		return NameHash.of("host " + catalogue.toLowerCase(Locale.ROOT) + " " + Integer.parseInt(number));
	}

	private static long named(String name) {
		return NameHash.of("name " + plain(name));
	}

	private static String plain(String name) {
		return BETWEEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/** Takes keys. */
	interface KeySink {

		void add(long key);

	}

	/** Whose names begin how. */
	private enum Catalogue {

		KIC(Mission.KEPLER, "KIC|KPLR|KEPID|KEPLER ID|KOI|K(?!EP|2)"), TIC(Mission.TESS, "TIC|TOI"),
		EPIC(Mission.K2, "EPIC|K2");

		private static final Pattern BARE = Pattern.compile("[\\d.eE+]+");

		private final Mission mission;

		private final Pattern beginning;

		Catalogue(Mission mission, String beginnings) {
			this.mission = mission;
			this.beginning = Pattern.compile("(?:" + beginnings + ")[\\s_#:-]*\\d.*", Pattern.CASE_INSENSITIVE);
		}

		/** Whether a name may be one of a mission's catalogue. */
		static boolean mayBe(Mission mission, String name) {
			if (BARE.matcher(name).matches()) {
				return true;
			}
			for (Catalogue catalogue : values()) {
				if (catalogue.mission == mission) {
					return catalogue.beginning.matcher(name).matches();
				}
			}
			return false;
		}

	}

}
