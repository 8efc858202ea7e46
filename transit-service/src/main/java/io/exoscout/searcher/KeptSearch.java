package io.exoscout.searcher;

/**
 * What is kept of a search.
 *
 * @param document its result
 * @param plots what can be drawn of it
 */
record KeptSearch(SearchDocument document, SearchPlots plots) {
}
