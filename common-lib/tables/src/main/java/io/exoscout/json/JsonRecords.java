package io.exoscout.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Rows that are objects, one after the other, in a list or under keys. */
final class JsonRecords implements SentRows {

	private final JsonText text;

	private final JsonParser parser;

	private final JsonShape.Layout layout;

	/** Whether nothing may come after the records. */
	private final boolean whole;

	private final List<String> names;

	private final Map<String, Integer> positions = new HashMap<>();

	private long records;

	private long nested;

	private String firstNested = "";

	private JsonRecords(JsonText text, JsonParser parser, JsonShape shape, List<String> names) {
		this.text = text;
		this.parser = parser;
		this.layout = shape.layout();
		this.whole = this.layout == JsonShape.Layout.RECORDS && shape.place() == 0;
		this.names = names;
		for (int i = 0; i < names.size(); i++) {
			this.positions.put(names.get(i), i);
		}
		if (this.layout != JsonShape.Layout.SEQUENCE) {
			text.reading(parser::nextToken);
		}
	}

	static JsonRecords open(JsonText text, JsonShape shape, List<String> names) throws IOException {
		return new JsonRecords(text, text.open(shape.place()), shape, names);
	}

	@Override
	public List<String> header() {
		return this.names.stream().map(String::strip).toList();
	}

	@Override
	public @Nullable SentRow next() {
		return begin() ? this.text.reading(this::record) : null;
	}

	@Override
	public List<String> notes() {
		String read = "The file is JSON; " + this.records
				+ " record(s) were read. Lines count as in a table: the first " + "record stands on line 2.";
		return (this.nested == 0) ? List.of(read) : List.of(read,
				this.nested + " value(s) are lists or objects and count as blank, the first " + this.firstNested + ".");
	}

	@Override
	public void close() {
		this.parser.close();
	}

	/** Goes on to the next record, if there is one. */
	boolean begin() {
		JsonToken token = this.text.reading(() -> {
			JsonToken next = this.parser.nextToken();
			return (next == JsonToken.PROPERTY_NAME) ? this.parser.nextToken() : next;
		});
		if (token == JsonToken.START_OBJECT) {
			this.records++;
			return true;
		}
		if (token == null || token.isStructEnd()) {
			requireEnd(token);
			return false;
		}
		throw JsonText.noTable("what comes after record " + this.records + " is none.");
	}

	/** Adds the names in the record that was begun. */
	void names(Set<String> names) {
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME && names.size() <= this.text.limits().maxColumns()) {
			names.add(this.parser.currentName());
			this.parser.nextToken();
			this.parser.skipChildren();
		}
	}

	private void requireEnd(@Nullable JsonToken token) {
		boolean ended = (token == null) ? this.layout == JsonShape.Layout.SEQUENCE
				: this.layout == JsonShape.Layout.KEYED || token == JsonToken.END_ARRAY;
		if (!ended || (this.whole && this.text.reading(this.parser::nextToken) != null)) {
			throw JsonText.noTable("what comes after record " + this.records + " is none.");
		}
	}

	private SentRow record() {
		String[] cells = new String[this.names.size()];
		Arrays.fill(cells, "");
		boolean[] seen = new boolean[cells.length];
		long characters = 0;
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			Integer position = this.positions.get(name);
			if (position == null || seen[position]) {
				throw twice(name);
			}
			seen[position] = true;
			if (this.parser.nextToken().isStructStart() && this.nested++ == 0) {
				this.firstNested = Quoted.of(name) + " of record " + this.records;
			}
			cells[position] = JsonText.cell(this.parser);
			characters += cells[position].length();
			this.text.requireShort("Record", this.records, characters);
		}
		return new SentRow(this.records + 1, Arrays.asList(cells));
	}

	private ProblemException twice(String name) {
		return new ProblemException(ErrorCode.DUPLICATE_COLUMN,
				"Record " + this.records + " has " + Quoted.of(name) + " twice; every name may occur once.",
				InputError.column(name, "duplicate name"));
	}

}
