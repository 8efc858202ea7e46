package io.exoscout.header;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.OwnColumns;
import io.exoscout.body.TableLimits;

/**
 * Tells from names that only one mission's tables have, in any spelling, whose names to
 * look up.
 */
final class MissionClues {

	private MissionClues() {
	}

	/**
	 * The mission with the most names of its own; none where there are none, or as many
	 * of another.
	 */
	static Optional<Mission> of(List<String> header) {
		return of(header.stream().map(Clue::of).toList(), header);
	}

	private static Optional<Mission> of(List<Clue> clues, List<String> header) {
		Set<String> keys = header.stream()
			.map((name) -> String.join("", HeaderName.keys(name)))
			.collect(Collectors.toSet());
		if (keys.contains("plname") && keys.contains("hostname") && count(Mission.KEPLER, clues) == 0) {
			// the archive's tables of planets have a column tic_id, too
			return Optional.of(Mission.K2);
		}
		Map<Mission, Long> own = Arrays.stream(Mission.values())
			.collect(Collectors.toMap(Function.identity(), (mission) -> count(mission, clues)));
		List<Mission> order = Arrays.stream(Mission.values())
			.sorted(Comparator.comparing((Mission mission) -> -own.getOrDefault(mission, 0L)))
			.toList();
		long most = own.getOrDefault(order.get(0), 0L);
		return (most == 0 || most == own.getOrDefault(order.get(1), 0L)) ? Optional.empty() : Optional.of(order.get(0));
	}

	/** The names that fit the tables of all missions. */
	static List<String> common(List<String> header) {
		return header.stream().filter((name) -> {
			Set<String> keys = Clue.keys(name);
			return Arrays.stream(Mission.values())
				.allMatch((mission) -> keys.stream().anyMatch((key) -> !Synonyms.of(mission).of(key).isEmpty()));
		}).toList();
	}

	/** The mission that a name of its own tells, be it the only one. */
	static Optional<Mission> told(List<String> header) {
		List<Clue> clues = header.stream().map(Clue::of).toList();
		return of(clues, header).filter((mission) -> count(mission, clues) > 0);
	}

	private static long count(Mission mission, List<Clue> clues) {
		List<Clue> own = clues.stream().filter((clue) -> clue.isOwn(mission)).toList();
		// people give objects of other missions the TOI table's names for what was
		// measured
		boolean measuredOnly = own.stream().allMatch(Clue::measured);
		boolean others = Arrays.stream(Mission.values())
			.filter((other) -> other != mission)
			.anyMatch((other) -> clues.stream().anyMatch((clue) -> clue.isOwn(other) && !clue.measured()));
		return (measuredOnly && others) ? 0 : own.size();
	}

	/**
	 * A name, taken apart once: a header may have thousands, and each is asked many
	 * times.
	 *
	 * @param name without blanks around it
	 * @param keys what it may be looked up by; none if it is longer than names may be
	 */
	private record Clue(String name, Set<String> keys) {

		static Clue of(String name) {
			String bare = name.strip();
			return new Clue(bare, keys(bare));
		}

		private static Set<String> keys(String name) {
			if (name.length() > TableLimits.MAX_NAME) {
				return Set.of();
			}
			HeaderName parts = HeaderName.of(name);
			Set<String> keys = new LinkedHashSet<>(HeaderName.keys(name));
			keys.addAll(parts.keys());
			parts.unitLast().forEach((reading) -> keys.addAll(reading.keys()));
			return keys;
		}

		boolean isOwn(Mission mission) {
			if (this.name.isEmpty() || this.name.length() > TableLimits.MAX_NAME) {
				return false;
			}
			return OwnColumns.has(mission, this.name) || this.keys.stream()
				.flatMap((key) -> Synonyms.of(mission).of(key).stream())
				.anyMatch(Synonym::own);
		}

		/**
		 * Whether it is one of those for what was measured that only the TOI table has.
		 */
		boolean measured() {
			return this.keys.stream()
				.flatMap((key) -> Synonyms.of(Mission.TESS).of(key).stream())
				.anyMatch((synonym) -> synonym.own() && ArchiveColumns.role(Mission.TESS, synonym.column()).measured());
		}

	}

}
