/** Takes light curves in, searches them for transits, and shows what was found. */
@NullMarked
package io.exoscout.searcher;

import org.jspecify.annotations.NullMarked;
