/** Light curves in the files that missions and people have them in. */
@NullMarked
package io.exoscout.lightcurve.file;

import org.jspecify.annotations.NullMarked;
