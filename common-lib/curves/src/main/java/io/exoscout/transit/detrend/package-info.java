/**
 * What comes before a search: points that are no measurement left out, and slow changes
 * taken out.
 */
@NullMarked
package io.exoscout.transit.detrend;

import org.jspecify.annotations.NullMarked;
