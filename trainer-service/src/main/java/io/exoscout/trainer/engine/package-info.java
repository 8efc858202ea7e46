/**
 * Whose code fits a model: our own learners, or Tribuo's, whose models become forests of
 * ours.
 */
@NullMarked
package io.exoscout.trainer.engine;

import org.jspecify.annotations.NullMarked;
