/** How well transits are found: put into curves that have none, and beside a peer. */
@NullMarked
package io.exoscout.study.curves;

import org.jspecify.annotations.NullMarked;
