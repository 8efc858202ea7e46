/** How good predictions are as their labels come in, and whether that has changed. */
@NullMarked
package io.exoscout.monitor;

import org.jspecify.annotations.NullMarked;
