/** Fits, evaluates and stores models. */
@NullMarked
package io.exoscout.trainer;

import org.jspecify.annotations.NullMarked;
