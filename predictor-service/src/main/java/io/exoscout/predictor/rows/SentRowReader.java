package io.exoscout.predictor.rows;

import java.util.List;
import java.util.Map;

import io.exoscout.body.TableLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads rows of JSON value by value, and ends with the first that is too many: nothing
 * grows beyond what the limits of a table allow, however long the list goes on.
 */
public final class SentRowReader extends ValueDeserializer<SentRowList> {

	private final TableLimits limits;

	private SentRowReader(TableLimits limits) {
		this.limits = limits;
	}

	/**
	 * Teaches a mapper to read rows.
	 * @param limits how many rows and columns there may be
	 */
	public static JacksonModule module(TableLimits limits) {
		return new SimpleModule("rows").addDeserializer(SentRowList.class, new SentRowReader(limits));
	}

	@Override
	public SentRowList deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.isExpectedStartArrayToken()) {
			context.handleUnexpectedToken(context.constructType(List.class), parser);
		}
		SentRowList rows = new SentRowList(this.limits);
		long start = place(parser);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			try {
				row(parser, context, rows);
			}
			catch (JacksonException ex) {
				throw DatabindException.wrapWithPath(context, ex, new JacksonException.Reference(rows, rows.size()));
			}
		}
		rows.end(place(parser) - start);
		return rows;
	}

	/** In bytes, or in characters where the text came as such. */
	private static long place(JsonParser parser) {
		TokenStreamLocation location = parser.currentLocation();
		return Math.max(location.getByteOffset(), location.getCharOffset());
	}

	private static void row(JsonParser parser, DeserializationContext context, SentRowList rows) {
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			throw SentRowList.nullRow(rows.size());
		}
		if (!parser.isExpectedStartObjectToken()) {
			context.handleUnexpectedToken(context.constructType(Map.class), parser);
		}
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			JsonToken value = parser.nextToken();
			rows.add(name, (value != JsonToken.VALUE_NULL) ? context.readValue(parser, Object.class) : null);
		}
		rows.endRow();
	}

}
