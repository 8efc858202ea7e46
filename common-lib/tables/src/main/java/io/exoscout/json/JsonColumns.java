package io.exoscout.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Rows out of columns that stand one after the other, each with a parser of its own, so
 * that no column has to be held in memory.
 */
final class JsonColumns implements SentRows {

	private final JsonText text;

	private final List<JsonParser> parsers = new ArrayList<>();

	private final List<String> names;

	private long rows;

	private JsonColumns(JsonText text, List<String> names) {
		this.text = text;
		this.names = names;
	}

	static JsonColumns open(JsonText text, JsonShape shape) {
		JsonColumns columns = new JsonColumns(text, List.copyOf(shape.columns().keySet()));
		try {
			for (long place : shape.columns().values()) {
				JsonParser parser = text.openAmongMany(place);
				columns.parsers.add(parser);
				text.reading(parser::nextToken);
			}
			return columns;
		}
		catch (RuntimeException | Error ex) {
			columns.close();
			throw ex;
		}
	}

	@Override
	public List<String> header() {
		return this.names.stream().map(String::strip).toList();
	}

	@Override
	public long headerLine() {
		return 1;
	}

	@Override
	public @Nullable SentRow next() {
		return this.text.reading(this::row);
	}

	@Override
	public List<String> notes() {
		return List.of("The file is JSON, column by column; " + this.rows + " row(s) were read. Lines count as in a "
				+ "table: the first row stands on line 2.");
	}

	@Override
	public void close() {
		this.parsers.forEach(JsonParser::close);
	}

	private @Nullable SentRow row() {
		List<String> cells = new ArrayList<>(this.parsers.size());
		String key = null;
		int ended = 0;
		this.rows++;
		for (int i = 0; i < this.parsers.size(); i++) {
			JsonParser parser = this.parsers.get(i);
			JsonToken token = parser.nextToken();
			String own = (token == JsonToken.PROPERTY_NAME) ? parser.currentName() : null;
			token = (own != null) ? parser.nextToken() : token;
			key = (i == 0) ? own : key;
			ended += token.isStructEnd() ? 1 : 0;
			if (!Objects.equals(own, key) || (ended > 0 && ended <= i)) {
				throw JsonText.noTable("column " + Quoted.of(this.names.get(i)) + " has other rows than column "
						+ Quoted.of(this.names.get(0)) + ", at row " + this.rows + ".");
			}
			cells.add(token.isStructEnd() ? "" : JsonText.cell(parser));
		}
		if (ended > 0) {
			this.rows--;
			return null;
		}
		return new SentRow(this.rows + 1, cells);
	}

}
