package io.exoscout.stream.sent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Events as lines of JSON. A line that can not be read is refused by itself. */
final class EventLines {

	/** Bytes of a line: a row of the widest tables has 4,000. */
	static final int LONGEST = 1 << 16;

	private final JsonCells json;

	EventLines(List<String> columns) {
		this.json = new JsonCells(columns);
	}

	Set<String> read(InputStream body, Consumer<SentEntry> entries) throws IOException {
		byte[] block = new byte[1 << 14];
		Line line = new Line();
		for (int count = body.read(block); count >= 0; count = body.read(block)) {
			int from = 0;
			for (int i = 0; i < count; i++) {
				if (block[i] == '\n') {
					line.add(block, from, i);
					end(line, entries);
					from = i + 1;
				}
			}
			line.add(block, from, count);
		}
		end(line, entries);
		return this.json.met();
	}

	private void end(Line line, Consumer<SentEntry> entries) {
		line.number++;
		if (line.length > LONGEST) {
			entries.accept(SentEntry.refused(line.number,
					"the line has %,d bytes; accepted are %,d".formatted(line.length, LONGEST)));
		}
		else if (!line.isBlank()) {
			entries.accept(entry(line));
		}
		line.clear();
	}

	private SentEntry entry(Line line) {
		byte[] bytes = line.kept.toByteArray();
		try (JsonParser parser = this.json.parser(bytes, bytes.length)) {
			parser.nextToken();
			SentEntry entry = this.json.entry(parser, line.number);
			JsonToken more = parser.nextToken();
			return (more == null) ? entry
					: SentEntry.refused(line.number, "something follows the object; one event stands on a line");
		}
		catch (JacksonException ex) {
			return SentEntry.refused(line.number, JsonCells.fault(ex));
		}
	}

	/** The bytes of a line, as many as may be, and how many there are in all. */
	private static final class Line {

		private final ByteArrayOutputStream kept = new ByteArrayOutputStream(256);

		private long length;

		private long number;

		void add(byte[] block, int from, int to) {
			this.length += to - from;
			if (this.length <= LONGEST) {
				this.kept.write(block, from, to - from);
			}
		}

		boolean isBlank() {
			return this.kept.size() == 0 || this.kept.toString(java.nio.charset.StandardCharsets.UTF_8).isBlank();
		}

		void clear() {
			this.length = 0;
			this.kept.reset();
		}

	}

}
