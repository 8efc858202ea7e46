/** Trained models that score streams, and learn nothing there. */
@NullMarked
package io.exoscout.stream.stored;

import org.jspecify.annotations.NullMarked;
