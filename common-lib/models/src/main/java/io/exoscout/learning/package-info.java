/** How models are fitted: learners, and the trees they grow. */
@NullMarked
package io.exoscout.learning;

import org.jspecify.annotations.NullMarked;
