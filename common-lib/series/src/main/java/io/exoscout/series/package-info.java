/**
 * Values at equal steps of time: forecast with an interval, whitened; and ephemerides of
 * transits.
 */
@NullMarked
package io.exoscout.series;

import org.jspecify.annotations.NullMarked;
