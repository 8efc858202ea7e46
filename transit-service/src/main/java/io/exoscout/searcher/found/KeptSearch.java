package io.exoscout.searcher.found;

import io.exoscout.found.SearchDocument;

/**
 * What is kept of a search.
 *
 * @param document its result
 * @param plots what can be drawn of it
 */
public record KeptSearch(SearchDocument document, SearchPlots plots) {

}
