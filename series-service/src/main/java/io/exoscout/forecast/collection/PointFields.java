package io.exoscout.forecast.collection;

import org.jspecify.annotations.Nullable;

/**
 * Where points have what is looked for.
 *
 * @param value the value
 * @param time when it was
 * @param group what tells several series of a collection apart, if there is such
 */
public record PointFields(FieldPath value, FieldPath time, @Nullable FieldPath group) {
}
