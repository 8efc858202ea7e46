/** Metrics of streams, told to whoever listens as they change. */
@NullMarked
package io.exoscout.stream.live;

import org.jspecify.annotations.NullMarked;
