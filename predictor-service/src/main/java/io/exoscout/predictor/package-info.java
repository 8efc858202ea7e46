/** Scores tables and rows with stored models. */
@NullMarked
package io.exoscout.predictor;

import org.jspecify.annotations.NullMarked;
