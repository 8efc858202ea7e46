/**
 * Light curves whitened, and ephemerides of transits: from numbers sent, nothing kept.
 */
@NullMarked
package io.exoscout.forecast.curve;

import org.jspecify.annotations.NullMarked;
