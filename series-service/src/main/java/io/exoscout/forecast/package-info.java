/** Models series of a collection, and forecasts what comes next. */
@NullMarked
package io.exoscout.forecast;

import org.jspecify.annotations.NullMarked;
