/** Searches of a star's light curves, found by the star's name. */
@NullMarked
package io.exoscout.searcher.star;

import org.jspecify.annotations.NullMarked;
