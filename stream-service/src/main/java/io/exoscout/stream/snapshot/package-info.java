/** States of streams that are kept, to go back to. */
@NullMarked
package io.exoscout.stream.snapshot;

import org.jspecify.annotations.NullMarked;
