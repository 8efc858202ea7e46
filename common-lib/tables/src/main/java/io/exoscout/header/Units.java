package io.exoscout.header;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.csv.Resources;
import org.jspecify.annotations.Nullable;

/** The units that headers name, from {@code units.csv} beside this class. */
public final class Units {

	/** Powers of ten that a guessed factor may be off. */
	private static final double NEAR = 1.5;

	private static final Map<String, Map<String, UnitChange>> CHANGES = new HashMap<>();

	private static final Set<String> KNOWN = new HashSet<>();

	static {
		Resources.rows(Units.class, "units.csv").forEach((cells) -> {
			String named = plain(cells.get(1));
			KNOWN.add(named);
			CHANGES.computeIfAbsent(cells.get(0), (unit) -> new LinkedHashMap<>())
				.put(named, UnitChange.of(cells.get(1), cells.get(2), cells.get(3)));
		});
	}

	private Units() {
	}

	/** Whether a text names a unit of anything. */
	public static boolean known(String text) {
		return KNOWN.contains(plain(text));
	}

	/**
	 * What makes a column's values of those in a unit as a header names it; {@code null}
	 * when the column can not be in that unit.
	 */
	static @Nullable UnitChange change(ArchiveColumn column, String text) {
		String of = CHANGES.containsKey(valueOf(column.name())) ? valueOf(column.name()) : column.unit();
		return CHANGES.getOrDefault(of, Map.of()).get(plain(text));
	}

	/** Whether a text names a unit that a column's values can be brought from. */
	public static boolean converts(ArchiveColumn column, String text) {
		return change(column, text) != null;
	}

	/** Whether a text names the unit in which the archive gives a column. */
	public static boolean same(ArchiveColumn column, String text) {
		UnitChange change = change(column, text);
		return change != null && change.none();
	}

	/**
	 * The unit that values may be in, by what they would have to be multiplied with.
	 * @param unit of the archive
	 * @param factor that would make the values what they should be, roughly
	 * @return another unit of the same kind as a header may name it, if one is near
	 */
	public static Optional<String> near(String unit, double factor) {
		String best = null;
		double distance = NEAR;
		for (UnitChange change : CHANGES.getOrDefault(unit, Map.of()).values()) {
			double away = change.scale().isPresent() ? Math.abs(Math.log10(factor / change.scale().getAsDouble()))
					: distance;
			if (away < distance) {
				best = change.named();
				distance = away;
			}
		}
		return Optional.ofNullable(best);
	}

	/** The value whose uncertainty a column is, or the column itself. */
	private static String valueOf(String name) {
		return name.replaceFirst("_?err[12]$", "");
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replace("⊕", "earth")
			.replaceAll("[☉⊙]", "sun")
			.replaceAll("[\\s_^*]", "");
	}

}
