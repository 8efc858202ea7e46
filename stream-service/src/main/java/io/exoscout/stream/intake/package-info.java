/** How entries get into the log of a stream: sent, replayed, or pushed. */
@NullMarked
package io.exoscout.stream.intake;

import org.jspecify.annotations.NullMarked;
