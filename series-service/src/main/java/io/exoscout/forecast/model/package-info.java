/** Models of series: what they are, as files, and where they are kept. */
@NullMarked
package io.exoscout.forecast.model;

import org.jspecify.annotations.NullMarked;
