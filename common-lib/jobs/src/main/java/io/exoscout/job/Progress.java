package io.exoscout.job;

/**
 * How far a running job is.
 *
 * @param phase a short word: {@code loading}, {@code cross_validation}, {@code final_fit}
 * …
 * @param fraction done, from 0 to 1, over the whole job
 * @param message the same for a person
 */
public record Progress(String phase, double fraction, String message) {
}
