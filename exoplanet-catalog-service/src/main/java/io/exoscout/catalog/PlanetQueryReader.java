package io.exoscout.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.catalog.PlanetQuery.Range;
import io.exoscout.catalog.PlanetQuery.Source;
import io.exoscout.catalog.confirmed.ConfirmedColumn;
import io.exoscout.catalog.confirmed.ConfirmedColumns;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is asked of the list of planets, one parameter after the other, and checks
 * it.
 */
final class PlanetQueryReader {

	private static final int MOST_FIELDS = 100;

	private final Map<String, Object> equal = new LinkedHashMap<>();

	private final Map<String, Range> ranges = new LinkedHashMap<>();

	private @Nullable String text;

	private @Nullable Source source;

	PlanetQueryReader text(@Nullable String q) {
		this.text = checked("q", q);
		return this;
	}

	PlanetQueryReader equal(String parameter, String field, @Nullable String value) {
		if (checked(parameter, value) != null) {
			this.equal.put(field, value);
		}
		return this;
	}

	/** Only those that are disputed, or only the others. */
	PlanetQueryReader disputed(@Nullable Boolean disputed) {
		if (disputed != null) {
			this.equal.put(ConfirmedColumns.DISPUTED, disputed ? 1 : 0);
		}
		return this;
	}

	PlanetQueryReader source(@Nullable String source) {
		if (source != null) {
			this.source = Stream.of(Source.values())
				.filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(source))
				.findFirst()
				.orElseThrow(() -> ProblemException.invalidParameter("source",
						"source is '%s'; accepted are archive and own".formatted(Quoted.shortened(source))));
		}
		return this;
	}

	/** Between two values, {@code min_…} and {@code max_…}. */
	PlanetQueryReader range(String name, String field, @Nullable Double least, @Nullable Double most) {
		number("min_" + name, least);
		number("max_" + name, most);
		if (least != null && most != null && least > most) {
			throw ProblemException.invalidParameter("min_" + name,
					"min_%s is %s, which is more than max_%s, %s".formatted(name, least, name, most));
		}
		if (least != null || most != null) {
			this.ranges.put(field, new Range(least, most));
		}
		return this;
	}

	/** No farther away than this, in light years. */
	PlanetQueryReader maxDistance(@Nullable Double most) {
		number("max_distancia_ly", most);
		if (most != null) {
			this.ranges.put(Planet.DISTANCE, new Range(null, most));
		}
		return this;
	}

	PlanetQuery query(@Nullable String fields, @Nullable String sort) {
		boolean descending = sort != null && sort.startsWith("-");
		return new PlanetQuery(this.text, this.equal, this.ranges, this.source, fields(fields), order(sort, descending),
				descending);
	}

	private static List<String> fields(@Nullable String fields) {
		if (fields == null) {
			return List.of();
		}
		List<String> wanted = Arrays.stream(fields.split(",", -1)).map(String::strip).distinct().toList();
		wanted.stream().filter((name) -> !PlanetRules.isFieldName(name)).findFirst().ifPresent((name) -> {
			throw ProblemException.invalidParameter("fields",
					"'%s' is no name of a field".formatted(Quoted.shortened(name)));
		});
		if (wanted.size() > MOST_FIELDS) {
			throw ProblemException.invalidParameter("fields",
					"fields has %d names; accepted are up to %d".formatted(wanted.size(), MOST_FIELDS));
		}
		return wanted;
	}

	private static @Nullable String order(@Nullable String sort, boolean descending) {
		if (sort == null) {
			return null;
		}
		String name = descending ? sort.substring(1) : sort;
		List<String> sortable = Stream
			.concat(Stream.of(Planet.NAME, Planet.TYPE, Planet.DISTANCE),
					ConfirmedColumns.all()
						.stream()
						.filter((column) -> column.kind() != ConfirmedColumn.Kind.LIMIT)
						.map(ConfirmedColumn::name)
						.filter((column) -> !column.equals(ConfirmedColumns.PLANET)))
			.toList();
		if (!sortable.contains(name)) {
			throw ProblemException.invalidParameter("sort",
					"sort is '%s'; accepted are %s, each with or without - before it".formatted(Quoted.shortened(sort),
							sortable.stream().collect(Collectors.joining(", "))));
		}
		return name;
	}

	private static @Nullable String checked(String parameter, @Nullable String text) {
		if (text != null && (text.length() > 200 || !PlanetRules.isClean(text))) {
			throw ProblemException.invalidParameter(parameter,
					"Parameter '%s' should be a text of up to 200 characters, without control characters."
						.formatted(parameter));
		}
		return text;
	}

	private static void number(String parameter, @Nullable Double value) {
		if (value != null && !(value >= 0 && Double.isFinite(value))) {
			throw ProblemException.invalidParameter(parameter,
					"Parameter '%s' is '%s'; accepted is a number, 0 or more.".formatted(parameter, value));
		}
	}

}
