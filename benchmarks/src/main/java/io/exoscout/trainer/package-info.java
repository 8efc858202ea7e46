/**
 * Studies of how well and how fast the learners learn. They stand in the trainer's
 * package, though in the module of the benchmarks, because they call its classes one by
 * one, which nobody else should.
 */
@NullMarked
package io.exoscout.trainer;

import org.jspecify.annotations.NullMarked;
