/** Integrals by Gauss's rule, over an interval and along a line. */
@NullMarked
package io.exoscout.integral;

import org.jspecify.annotations.NullMarked;
