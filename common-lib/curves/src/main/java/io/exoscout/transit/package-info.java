/** Transits in a light curve: searched for, measured and judged. */
@NullMarked
package io.exoscout.transit;

import org.jspecify.annotations.NullMarked;
