/**
 * What searches of light curves found, as a document and as rows of the archive's tables.
 */
@NullMarked
package io.exoscout.found;

import org.jspecify.annotations.NullMarked;
