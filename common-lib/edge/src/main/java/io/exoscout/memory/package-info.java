/** How much memory requests may take together. */
@NullMarked
package io.exoscout.memory;

import org.jspecify.annotations.NullMarked;
