/**
 * What the archive's tables are: missions, their columns, verdicts, labels, and how
 * objects and stars are named.
 */
@NullMarked
package io.exoscout.archive;

import org.jspecify.annotations.NullMarked;
