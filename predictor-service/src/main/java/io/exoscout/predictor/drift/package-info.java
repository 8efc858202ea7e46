/** How far rows lie from those a model was trained on. */
@NullMarked
package io.exoscout.predictor.drift;

import org.jspecify.annotations.NullMarked;
