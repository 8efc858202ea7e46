/** The columns a model asks for, and how they lie among the rows it was trained on. */
@NullMarked
package io.exoscout.predictor.inputs;

import org.jspecify.annotations.NullMarked;
