/** What a search found, as it is kept and drawn. */
@NullMarked
package io.exoscout.searcher.found;

import org.jspecify.annotations.NullMarked;
