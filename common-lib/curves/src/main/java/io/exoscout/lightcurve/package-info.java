/** Light curves: read from the forms that missions and people have them in. */
@NullMarked
package io.exoscout.lightcurve;

import org.jspecify.annotations.NullMarked;
