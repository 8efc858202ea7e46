/** Measures the suite against its peers and makes tables of our own. */
@NullMarked
package io.exoscout.benchmarks;

import org.jspecify.annotations.NullMarked;
