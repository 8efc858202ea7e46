/** Rows and cells of comma-separated text, and what numbers they are. */
@NullMarked
package io.exoscout.csv;

import org.jspecify.annotations.NullMarked;
