package io.exoscout.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.body.TableLimits;
import io.exoscout.header.KnownNames;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * How the records stand in a JSON text, found out in one pass that holds only the names
 * on its first level.
 *
 * @param layout the way they stand
 * @param place the byte at which they begin
 * @param columns the bytes at which each column begins, where they stand by columns
 */
record JsonShape(Layout layout, long place, Map<String, Long> columns) {

	enum Layout {

		/** Objects in a list: {@code [{…}, …]}. */
		RECORDS,
		/** Objects one after the other: {@code {…} {…}}, as in NDJSON. */
		SEQUENCE,
		/** Objects by a key: {@code {"0": {…}, …}}. */
		KEYED,
		/**
		 * Lists in a list, the first of them the names: {@code [["a", …], [1, …], …]}.
		 */
		LISTS,
		/** Lists in a list, their names elsewhere: {@code {"columns": …, "data": …}}. */
		SPLIT,
		/** A list or an object of the cells of each column: {@code {"a": [1, …], …}}. */
		COLUMNS

	}

	/**
	 * Looks through a text.
	 * @throws io.exoscout.problem.ProblemException when there is no table in it
	 */
	static JsonShape of(JsonText text) throws IOException {
		try (JsonParser parser = text.open(0)) {
			return text.reading(() -> of(parser, text.limits()));
		}
	}

	private static JsonShape of(JsonParser parser, TableLimits limits) {
		if (parser.nextToken() == JsonToken.START_ARRAY) {
			JsonToken first = parser.nextToken();
			if (first == JsonToken.START_ARRAY) {
				return at(Layout.LISTS, 0);
			}
			if (first != JsonToken.START_OBJECT) {
				throw JsonText.noTable("it is a list, but not of records.");
			}
			return at(Layout.RECORDS, 0);
		}
		Map<String, Member> members = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			if (members.size() <= limits.maxColumns()) {
				members.putIfAbsent(name, Member.of(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		// another value behind the object: one of several records
		return (parser.nextToken() != null) ? at(Layout.SEQUENCE, 0) : of(members, limits);
	}

	private static JsonShape of(Map<String, Member> members, TableLimits limits) {
		Member data = members.get("data");
		if (members.containsKey("columns") && data != null && data.is(JsonToken.START_ARRAY, JsonToken.START_ARRAY)) {
			return new JsonShape(Layout.SPLIT, data.place, Map.of("columns", members.get("columns").place));
		}
		List<Member> lists = members.values()
			.stream()
			.filter((member) -> member.is(JsonToken.START_ARRAY, JsonToken.START_OBJECT))
			.toList();
		if (lists.size() == 1) {
			return at(Layout.RECORDS, lists.get(0).place);
		}
		if (!lists.isEmpty()) {
			throw JsonText.noTable("there are several lists of records in it.");
		}
		if (members.values().stream().allMatch((member) -> member.token == JsonToken.START_OBJECT)
				&& !members.isEmpty()) {
			return isKeyed(members) ? at(Layout.KEYED, 0) : byColumns(members, limits);
		}
		if (members.values().stream().anyMatch((member) -> member.token == JsonToken.START_ARRAY)
				&& members.values().stream().allMatch((member) -> member.token == JsonToken.START_ARRAY)) {
			return byColumns(members, limits);
		}
		if (members.isEmpty() || members.values().stream().anyMatch((member) -> member.token.isStructStart())) {
			throw JsonText.noTable("it is an object without a list of records.");
		}
		return at(Layout.SEQUENCE, 0);
	}

	private static JsonShape byColumns(Map<String, Member> members, TableLimits limits) {
		limits.requireColumns(members.size());
		Map<String, Long> places = new LinkedHashMap<>();
		members.forEach((name, member) -> places.put(name, member.place));
		return new JsonShape(Layout.COLUMNS, 0, places);
	}

	/** Whether the names on the second level are those of the columns. */
	private static boolean isKeyed(Map<String, Member> members) {
		Member first = members.values().iterator().next();
		long outer = KnownNames.count(List.copyOf(members.keySet()));
		long inner = KnownNames.count(first.names);
		if (outer != inner) {
			return inner > outer;
		}
		return members.keySet().stream().allMatch((name) -> name.matches("\\d{1,18}"))
				&& first.names.stream().noneMatch((name) -> name.matches("\\d{1,18}"));
	}

	private static JsonShape at(Layout layout, long place) {
		return new JsonShape(layout, place, Map.of());
	}

	/**
	 * A member of an object.
	 *
	 * @param token how its value begins
	 * @param inside how the first value in it begins, {@code token} itself if none is
	 * @param place the byte at which it begins
	 * @param names the first names in it
	 */
	private record Member(JsonToken token, JsonToken inside, long place, List<String> names) {

		private static final int NAMES = 50;

		static Member of(JsonParser parser) {
			JsonToken token = parser.currentToken();
			long place = parser.currentTokenLocation().getByteOffset();
			JsonToken inside = token;
			List<String> names = new ArrayList<>();
			if (token.isStructStart()) {
				for (JsonToken next = parser.nextToken(); next != null
						&& !next.isStructEnd(); next = parser.nextToken()) {
					if (next == JsonToken.PROPERTY_NAME) {
						if (names.size() < NAMES) {
							names.add(parser.currentName());
						}
						next = parser.nextToken();
					}
					inside = (inside == token) ? next : inside;
					if (next.isStructStart()) {
						parser.skipChildren();
					}
				}
			}
			return new Member(token, inside, place, names);
		}

		boolean is(JsonToken token, JsonToken inside) {
			return this.token == token && this.inside == inside;
		}

	}

}
