/** What a light curve is, and how it is kept. */
@NullMarked
package io.exoscout.lightcurve;

import org.jspecify.annotations.NullMarked;
