package io.exoscout.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.exoscout.body.TableLimits;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A table sent as a file of JSON, in any of the layouts of {@link JsonShape}. Records may
 * lack values; the columns are all the names that occur.
 */
public final class JsonTable implements SentRows.Source {

	private final JsonText text;

	private final JsonShape shape;

	private final List<String> names;

	private JsonTable(JsonText text, JsonShape shape, List<String> names) {
		this.text = text;
		this.shape = shape;
		this.names = names;
	}

	/**
	 * Looks through a spooled body.
	 * @param file where it lies
	 * @param firstLine the line of the file as sent on which it begins
	 * @param limits how large it may be
	 * @throws io.exoscout.problem.ProblemException when it is broken or holds no table
	 */
	public static JsonTable of(Path file, long firstLine, TableLimits limits) throws IOException {
		JsonText text = new JsonText(file, firstLine, limits);
		JsonShape shape = JsonShape.of(text);
		return new JsonTable(text, shape, names(text, shape));
	}

	@Override
	public SentRows open() throws IOException {
		return switch (this.shape.layout()) {
			case COLUMNS -> JsonColumns.open(this.text, this.shape);
			case LISTS, SPLIT -> JsonLists.open(this.text, this.shape, this.names);
			case RECORDS, SEQUENCE, KEYED -> JsonRecords.open(this.text, this.shape, this.names);
		};
	}

	private static List<String> names(JsonText text, JsonShape shape) throws IOException {
		return switch (shape.layout()) {
			case COLUMNS -> List.of();
			case LISTS -> named(text, shape.place() + 1);
			case SPLIT -> named(text, shape.columns().values().iterator().next());
			case RECORDS, SEQUENCE, KEYED -> allNames(text, shape);
		};
	}

	/** The names in a list of them. */
	private static List<String> named(JsonText text, long place) throws IOException {
		try (JsonParser parser = text.open(place)) {
			return text.reading(() -> {
				List<String> names = new ArrayList<>();
				parser.nextToken();
				while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
					if (parser.currentToken() != JsonToken.VALUE_STRING) {
						throw JsonText.noTable("the first of its lists does not name the columns.");
					}
					names.add(JsonText.cell(parser));
					text.limits().requireColumns(names.size());
				}
				return names;
			});
		}
	}

	/** Every name that occurs in a record, in the order of its first occurrence. */
	private static List<String> allNames(JsonText text, JsonShape shape) throws IOException {
		try (JsonRecords records = JsonRecords.open(text, shape, List.of())) {
			Set<String> names = new LinkedHashSet<>();
			while (records.begin()) {
				text.reading(() -> {
					records.names(names);
					return names;
				});
				text.limits().requireColumns(names.size());
			}
			if (names.isEmpty()) {
				throw JsonText.noTable("its records are empty.");
			}
			return List.copyOf(names);
		}
	}

}
