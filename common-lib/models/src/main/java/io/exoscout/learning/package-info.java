/** How models are fitted: learners, the trees they grow, folds, calibration. */
@NullMarked
package io.exoscout.learning;

import org.jspecify.annotations.NullMarked;
