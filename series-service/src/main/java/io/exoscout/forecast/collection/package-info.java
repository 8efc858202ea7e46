/** Collections of points in a database of their own: filled from CSV, read as series. */
@NullMarked
package io.exoscout.forecast.collection;

import org.jspecify.annotations.NullMarked;
