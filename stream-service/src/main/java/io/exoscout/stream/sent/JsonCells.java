package io.exoscout.stream.sent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON objects as cells of the columns that are wanted; numbers as they are written. */
final class JsonCells {

	private static final int DEEPEST = 20;

	private static final int LONGEST_NUMBER = 400;

	private final JsonFactory factory = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(DEEPEST)
			.maxStringLength(EventLines.LONGEST)
			.maxNumberLength(LONGEST_NUMBER)
			.maxNameLength(EventLines.LONGEST)
			.build())
		.build();

	private final Map<String, Integer> places = new HashMap<>();

	private final Set<String> met = new HashSet<>();

	JsonCells(List<String> columns) {
		columns.forEach((column) -> this.places.put(column, this.places.size()));
	}

	/** Which of the columns some object had. */
	Set<String> met() {
		return this.met;
	}

	JsonParser parser(byte[] bytes, int length) {
		return this.factory.createParser(ObjectReadContext.empty(), bytes, 0, length);
	}

	JsonParser parser(java.io.InputStream body) {
		return this.factory.createParser(ObjectReadContext.empty(), body);
	}

	/** The object at which a parser stands; it stands at its end afterwards. */
	SentEntry entry(JsonParser parser, long line) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			String found = String.valueOf(parser.currentToken()).toLowerCase(java.util.Locale.ROOT);
			parser.skipChildren();
			return SentEntry.refused(line, "an event is an object, {\"column\": value, …}, not " + found);
		}
		@Nullable String[] cells = new @Nullable String[this.places.size()];
		String refusal = null;
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			Integer place = this.places.get(name);
			if (place != null) {
				this.met.add(name);
			}
			if (value.isStructStart()) {
				parser.skipChildren();
				if (place != null) {
					refusal = "%s is no single value; accepted are texts, numbers, true, false and null"
						.formatted(Quoted.of(name));
				}
			}
			else if (place != null && value != JsonToken.VALUE_NULL) {
				String cell = parser.getString().strip();
				cells[place] = cell.isEmpty() ? null : cell;
			}
		}
		return (refusal != null) ? SentEntry.refused(line, refusal) : new SentEntry(line, cells, null);
	}

	/** What is wrong with a text, in words of ours. */
	static String fault(JacksonException ex) {
		String said = String.valueOf(ex.getOriginalMessage());
		return "no JSON object that can be read: "
				+ Quoted.of(said.replaceAll("\\(?[a-z]+(\\.[a-zA-Z]+){2,}[^ ]*", "…"), 200);
	}

}
