/** Whole fits: folds, calibration, and models for the columns that are there. */
@NullMarked
package io.exoscout.fitting;

import org.jspecify.annotations.NullMarked;
