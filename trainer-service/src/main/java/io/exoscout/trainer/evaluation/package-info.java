/** How good a model is on stars it has not seen, and what that is worth. */
@NullMarked
package io.exoscout.trainer.evaluation;

import org.jspecify.annotations.NullMarked;
