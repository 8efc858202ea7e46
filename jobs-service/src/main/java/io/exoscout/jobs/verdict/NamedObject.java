package io.exoscout.jobs.verdict;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * An object of a mission by the name that the archive's table has for it.
 *
 * @param mission whose it is
 * @param object its name as the archive spells it
 */
public record NamedObject(Mission mission, String object) {

	/** As long as names in tables may be. */
	private static final int MAX_LENGTH = 200;

	private static final Pattern KOI = Pattern.compile("(?:KOI|K)[\\s_#-]*\\d+\\.\\d+", Pattern.CASE_INSENSITIVE);

	private static final Pattern TOI = Pattern.compile("TOI[\\s_#-]*\\d+\\.\\d+", Pattern.CASE_INSENSITIVE);

	private static final Pattern K2 = Pattern.compile("(?:EPIC|K2)[\\s_#:-]*\\d.*", Pattern.CASE_INSENSITIVE);

	/**
	 * The object that somebody means.
	 * @param name however it is written
	 * @param mission the id of the mission; {@code null} where the name says it: one of a
	 * KOI, a TOI, or of EPIC or K2
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) for what
	 * is no name, or a mission that there is not
	 */
	public static NamedObject of(String name, @Nullable String mission) {
		String plain = name.strip();
		if (plain.length() > MAX_LENGTH || plain.chars().anyMatch(Character::isISOControl)) {
			throw ProblemException.invalidParameter("name",
					"'%s' is no name of an object; accepted are up to %d characters without control characters"
						.formatted(Quoted.shortened(plain), MAX_LENGTH));
		}
		Mission whose = (mission != null) ? mission(mission) : told(plain);
		String object = Designation.object(whose, plain);
		if (object.isEmpty()) {
			throw ProblemException.invalidParameter("name",
					"'%s' is no name of an object of %s".formatted(Quoted.shortened(plain), whose.title()));
		}
		return new NamedObject(whose, object);
	}

	/** A mission by its id. */
	public static Mission mission(String id) {
		return Mission.of(id)
			.orElseThrow(() -> ProblemException.invalidParameter("mission",
					"mission is '%s'; accepted are %s".formatted(Quoted.shortened(id),
							Arrays.stream(Mission.values()).map(Mission::id).collect(Collectors.joining(", ")))));
	}

	private static Mission told(String name) {
		if (KOI.matcher(name).matches()) {
			return Mission.KEPLER;
		}
		if (TOI.matcher(name).matches()) {
			return Mission.TESS;
		}
		if (K2.matcher(name).matches()) {
			return Mission.K2;
		}
		throw ProblemException.invalidParameter("mission",
				"'%s' does not tell whose object it is; say it with 'mission'".formatted(Quoted.shortened(name)));
	}

	/** What it is kept under. */
	String key() {
		return prefix(this.mission) + this.object;
	}

	/** What the keys of all objects of a mission begin with. */
	static String prefix(Mission mission) {
		return mission.id() + " ";
	}

	/**
	 * What comes after the keys of all objects of a mission, whatever they are called.
	 */
	static String end(Mission mission) {
		return mission.id() + "!";
	}

}
