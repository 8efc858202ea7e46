/** Gzip, unpacked within a budget of what was sent. */
@NullMarked
package io.exoscout.gzip;

import org.jspecify.annotations.NullMarked;
