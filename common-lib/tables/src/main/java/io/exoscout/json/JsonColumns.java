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

	private final List<Cell> cells = new ArrayList<>();

	private final List<String> names;

	private long rows;

	private long lastKey = -1;

	private long blanks;

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
				columns.cells.add(new Cell(parser));
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
	public @Nullable SentRow next() {
		return this.text.reading(this::row);
	}

	@Override
	public List<String> notes() {
		return List.of("The file is JSON, column by column; " + this.rows + " row(s) were read"
				+ ((this.blanks > 0) ? ", in which " + this.blanks + " cell(s) were left out and count as blank" : "")
				+ ". Lines count as in a table: the first row stands on line 2.");
	}

	@Override
	public void close() {
		this.parsers.forEach(JsonParser::close);
	}

	private @Nullable SentRow row() {
		this.cells.forEach(Cell::read);
		if (this.cells.stream().allMatch(Cell::ended)) {
			return null;
		}
		this.rows++;
		long key = key();
		List<String> row = new ArrayList<>(this.cells.size());
		for (Cell cell : this.cells) {
			boolean there = key < 0 || cell.number() == key;
			this.blanks += there ? 0 : 1;
			row.add(there ? cell.take() : "");
		}
		return new SentRow(this.rows + 1, row);
	}

	/**
	 * The key of the row that comes next, where some columns leave it out; negative where
	 * all have the same. Only rows that are counted show which columns lack one.
	 */
	private long key() {
		Cell first = this.cells.get(0);
		for (int i = 0; i < this.cells.size(); i++) {
			Cell cell = this.cells.get(i);
			if (!Objects.equals(cell.key, first.key) || cell.ended() != first.ended()) {
				long least = this.cells.stream().filter((any) -> !any.ended()).mapToLong(Cell::number).min().orElse(-1);
				if (least <= this.lastKey) {
					throw JsonText.noTable("column " + Quoted.of(this.names.get(i)) + " has other rows than column "
							+ Quoted.of(this.names.get(0)) + ", at row " + this.rows + ".");
				}
				this.lastKey = least;
				return least;
			}
		}
		// keys that go back, or count nothing, tell of no row that was left out
		this.lastKey = (first.number() > this.lastKey) ? first.number() : Long.MAX_VALUE;
		return -1;
	}

	/** The next cell of one column. */
	private static final class Cell {

		private final JsonParser parser;

		private @Nullable JsonToken token;

		private @Nullable String key;

		Cell(JsonParser parser) {
			this.parser = parser;
		}

		/** Goes on to the next cell, unless this one was not taken yet. */
		void read() {
			if (this.token == null) {
				JsonToken next = this.parser.nextToken();
				this.key = (next == JsonToken.PROPERTY_NAME) ? this.parser.currentName() : null;
				this.token = (this.key != null) ? this.parser.nextToken() : next;
			}
		}

		boolean ended() {
			return this.token != null && this.token.isStructEnd();
		}

		/** The number by which it is called, or -1. */
		long number() {
			return (this.key != null && this.key.matches("\\d{1,18}")) ? Long.parseLong(this.key) : -1;
		}

		String take() {
			this.token = null;
			return JsonText.cell(this.parser);
		}

	}

}
