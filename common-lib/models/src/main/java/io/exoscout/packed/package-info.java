/** Columns of numbers in few bytes. */
@NullMarked
package io.exoscout.packed;

import org.jspecify.annotations.NullMarked;
