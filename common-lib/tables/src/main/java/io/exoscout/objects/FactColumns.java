package io.exoscout.objects;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.archive.ArchivePage;
import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@link ObjectFacts} come from, read together with those that somebody
 * else needs.
 */
public final class FactColumns {

	private static final Source RA = new Source("ra", 0);

	private static final Source DEC = new Source("dec", 0);

	/**
	 * Period, depth, radius, magnitude, place; the archive gives depths of K2 in percent.
	 */
	private static final Map<Mission, List<Source>> SOURCES = new EnumMap<>(Map.of(Mission.KEPLER,
			List.of(new Source("koi_period", 0), new Source("koi_depth", 0), new Source("koi_prad", 0),
					new Source("koi_kepmag", 0), RA, DEC),
			Mission.TESS,
			List.of(new Source("pl_orbper", 0), new Source("pl_trandep", 0), new Source("pl_rade", 0),
					new Source("st_tmag", 0), RA, DEC),
			Mission.K2, List.of(new Source("pl_orbper", 0), new Source("pl_trandep", 4), new Source("pl_rade", 0),
					new Source("sy_vmag", 0), RA, DEC)));

	private final Mission mission;

	private final List<String> others;

	private final List<String> columns;

	private final List<Source> sources;

	private final int[] places;

	/** Columns to read, first those that are needed for something else. */
	public FactColumns(Mission mission, List<String> others) {
		this.mission = mission;
		this.others = List.copyOf(others);
		this.sources = SOURCES.getOrDefault(mission, List.of());
		Set<String> all = new LinkedHashSet<>(others);
		this.sources.forEach((source) -> all.add(source.column()));
		this.columns = List.copyOf(all);
		this.places = this.sources.stream().mapToInt((source) -> this.columns.indexOf(source.column())).toArray();
	}

	/**
	 * Where a fact stands.
	 *
	 * @param column the column
	 * @param shift by how many places the decimal point moves to the right
	 */
	private record Source(String column, int shift) {
	}

	/** The columns of a fact's own, for a mission. */
	public static List<String> of(Mission mission) {
		return new FactColumns(mission, List.of()).columns();
	}

	/** All columns to read, the others first. */
	public List<String> columns() {
		return this.columns;
	}

	/** A row of {@link #columns()} with nothing but the others. */
	public ObjectRow others(ObjectRow row) {
		return new ObjectRow(row.row(), row.object(), row.star(), row.label(),
				Arrays.copyOf(row.values(), this.others.size()));
	}

	/** What a row of {@link #columns()} says of its object. */
	public ObjectFacts facts(ObjectRow row) {
		return new ObjectFacts(value(row, 0), value(row, 1), value(row, 2), value(row, 3), value(row, 4), value(row, 5),
				ArchivePage.overview(this.mission, row.object()),
				ArchivePage.exofop(this.mission, row.object(), row.star()));
	}

	private @Nullable Float value(ObjectRow row, int fact) {
		float value = row.values()[this.places[fact]];
		int shift = this.sources.get(fact).shift();
		if (!Float.isFinite(value)) {
			return null;
		}
		// 0.0123 % are 123 ppm, and not 122.99999
		return (shift != 0) ? Float.valueOf(new BigDecimal(Float.toString(value)).movePointRight(shift).floatValue())
				: Float.valueOf(value);
	}

}
