/** Scores, ranks and reasons for the objects that nobody has decided on. */
@NullMarked
package io.exoscout.trainer.ranking;

import org.jspecify.annotations.NullMarked;
