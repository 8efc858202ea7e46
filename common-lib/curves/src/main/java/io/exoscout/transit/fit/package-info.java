/** Models of transits, and how they are fitted to a curve. */
@NullMarked
package io.exoscout.transit.fit;

import org.jspecify.annotations.NullMarked;
