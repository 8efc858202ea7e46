/** Tables of made-up objects, of any size. */
@NullMarked
package io.exoscout.benchmarks.made;

import org.jspecify.annotations.NullMarked;
