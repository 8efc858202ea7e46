/** Who asks, how much he may do, and whose is what. */
@NullMarked
package io.exoscout.caller;

import org.jspecify.annotations.NullMarked;
