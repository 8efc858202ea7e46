/** What a search found: as a document, as a row of the archive's tables, and drawn. */
@NullMarked
package io.exoscout.searcher.found;

import org.jspecify.annotations.NullMarked;
