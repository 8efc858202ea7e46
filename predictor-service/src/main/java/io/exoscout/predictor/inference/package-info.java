/** The Open Inference Protocol: tensors in, tensors out. */
@NullMarked
package io.exoscout.predictor.inference;

import org.jspecify.annotations.NullMarked;
