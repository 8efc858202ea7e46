/** Scores and explanations of rows by what is known of each. */
@NullMarked
package io.exoscout.predictor.scoring;

import org.jspecify.annotations.NullMarked;
