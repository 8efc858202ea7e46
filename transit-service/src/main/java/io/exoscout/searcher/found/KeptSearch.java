package io.exoscout.searcher.found;

import java.io.IOException;
import java.io.InputStream;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a search.
 *
 * @param document its result
 * @param plots what can be drawn of it
 */
public record KeptSearch(SearchDocument document, SearchPlots plots) {

	/**
	 * The result alone, of which most of the file is none; what can be drawn comes last
	 * and is not read.
	 * @throws IOException if it can not be read, or is none
	 */
	public static SearchDocument document(InputStream kept, JsonMapper json) throws IOException {
		try (JsonParser parser = json.createParser(kept)) {
			if (parser.nextToken() != JsonToken.START_OBJECT || !"document".equals(parser.nextName())) {
				throw new IOException("no outcome of a search");
			}
			parser.nextToken();
			return json.readerFor(SearchDocument.class)
				.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
				.readValue(parser);
		}
	}

}
