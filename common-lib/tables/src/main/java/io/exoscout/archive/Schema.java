package io.exoscout.archive;

/**
 * What the columns of a table say it is.
 *
 * @param mission whose table it is
 * @param labelled whether it has the mission's label column; without it, it can be
 * predicted on, but not trained on
 * @param explanation why it was taken for that mission, in a sentence
 */
public record Schema(Mission mission, boolean labelled, String explanation) {
}
