package io.exoscout.trainer;

/**
 * An undecided object as a model sees it.
 *
 * @param object its name
 * @param star its star's name
 * @param probability how likely it is a planet
 */
record RankedObject(String object, String star, double probability) {
}
