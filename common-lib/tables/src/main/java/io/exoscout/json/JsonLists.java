package io.exoscout.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Rows that are lists, in a list. */
final class JsonLists implements SentRows {

	private final JsonText text;

	private final JsonParser parser;

	private final List<String> names;

	private long records;

	private JsonLists(JsonText text, JsonParser parser, List<String> names) {
		this.text = text;
		this.parser = parser;
		this.names = names;
	}

	static JsonLists open(JsonText text, JsonShape shape, List<String> names) throws IOException {
		JsonLists lists = new JsonLists(text, text.open(shape.place()), names);
		text.reading(lists.parser::nextToken);
		if (shape.layout() == JsonShape.Layout.LISTS) {
			text.reading(() -> {
				lists.parser.nextToken();
				return lists.parser.skipChildren();
			});
		}
		return lists;
	}

	@Override
	public List<String> header() {
		return this.names;
	}

	@Override
	public @Nullable SentRow next() {
		JsonToken token = this.text.reading(this.parser::nextToken);
		if (token == JsonToken.END_ARRAY) {
			return null;
		}
		this.records++;
		if (token != JsonToken.START_ARRAY) {
			throw JsonText.noTable("entry " + this.records + " is no list of cells, as others are.");
		}
		return this.text.reading(() -> new SentRow(this.records + 1, cells()));
	}

	@Override
	public List<String> notes() {
		return List.of("The file is JSON; " + this.records + " row(s) were read. Lines count as in a table: the first "
				+ "row stands on line 2.");
	}

	@Override
	public void close() {
		this.parser.close();
	}

	private List<String> cells() {
		List<String> cells = new ArrayList<>();
		long characters = 0;
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			String cell = JsonText.cell(this.parser);
			cells.add(cell);
			characters += 1 + cell.length();
			this.text.requireShort("Row", this.records, characters);
		}
		return cells.isEmpty() ? List.of("") : cells;
	}

}
