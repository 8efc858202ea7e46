package io.exoscout.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.exoscout.archive.Designation;
import io.exoscout.catalog.PlanetQuery.Range;
import io.exoscout.catalog.PlanetQuery.Source;
import io.exoscout.catalog.confirmed.ConfirmedColumns;

import org.springframework.data.mongodb.core.query.Criteria;

/** What is asked of planets, in the words of the database. */
final class PlanetCriteria {

	private PlanetCriteria() {
	}

	static Criteria of(PlanetQuery query) {
		List<Criteria> all = new ArrayList<>();
		if (query.text() != null) {
			all.add(named(query.text()));
		}
		query.equal().forEach((field, value) -> all.add(Criteria.where(path(field)).is(value)));
		query.ranges().forEach((field, range) -> all.add(within(field, range)));
		if (query.source() != null) {
			all.add(Criteria.where(Planets.PROVENANCE).exists(query.source() == Source.ARCHIVE));
		}
		return and(all);
	}

	/** The same, and all of them. */
	static Criteria and(List<Criteria> all) {
		return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
	}

	/** Planets that have a value, which is no mere limit. */
	static Criteria measured(String field) {
		List<Criteria> all = new ArrayList<>(List.of(Criteria.where(path(field)).ne(null)));
		ConfirmedColumns.limitOf(field).ifPresent((limit) -> all.add(Criteria.where(path(limit)).is(null)));
		return and(all);
	}

	/** The others. */
	static Criteria unmeasured(String field) {
		List<Criteria> any = new ArrayList<>(List.of(Criteria.where(path(field)).is(null)));
		ConfirmedColumns.limitOf(field).ifPresent((limit) -> any.add(Criteria.where(path(limit)).ne(null)));
		return new Criteria().orOperator(any);
	}

	/** Where a field lies in a document; the name is sorted as if in small letters. */
	static String sortPath(String field) {
		return field.equals(Planet.NAME) ? Planets.NAME : path(field);
	}

	static String path(String field) {
		return Planets.FIELDS + "." + field;
	}

	private static Criteria named(String text) {
		List<Criteria> any = new ArrayList<>(
				List.of(Criteria.where(Planets.NAME).regex(Pattern.quote(text.toLowerCase(Locale.ROOT)))));
		String plain = Designation.plain(text);
		if (!plain.isEmpty()) {
			any.add(Criteria.where(Planets.SEARCHED).regex(Pattern.quote(plain)));
		}
		return new Criteria().orOperator(any);
	}

	private static Criteria within(String field, Range range) {
		Criteria criteria = Criteria.where(path(field));
		if (range.least() != null) {
			criteria = criteria.gte(range.least());
		}
		if (range.most() != null) {
			criteria = criteria.lte(range.most());
		}
		return and(List.of(criteria, measured(field)));
	}

}
