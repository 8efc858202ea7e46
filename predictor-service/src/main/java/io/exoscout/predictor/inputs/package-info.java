/** What can be put into a model by hand: its columns, how they lie, and examples. */
@NullMarked
package io.exoscout.predictor.inputs;

import org.jspecify.annotations.NullMarked;
