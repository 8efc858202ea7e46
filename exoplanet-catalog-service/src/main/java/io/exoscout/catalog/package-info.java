/** Keeps the planets that users save, and those of the archive. */
@NullMarked
package io.exoscout.catalog;

import org.jspecify.annotations.NullMarked;
