/** Tables of the NASA Exoplanet Archive: read, recognised, explained and stored. */
@NullMarked
package io.exoscout.dataset;

import org.jspecify.annotations.NullMarked;
