/** Keeps the planets that users save. */
@NullMarked
package io.exoscout.catalog;

import org.jspecify.annotations.NullMarked;
