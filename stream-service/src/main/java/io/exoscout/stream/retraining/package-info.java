/** Trainings that streams ask for when their model has become worse. */
@NullMarked
package io.exoscout.stream.retraining;

import org.jspecify.annotations.NullMarked;
