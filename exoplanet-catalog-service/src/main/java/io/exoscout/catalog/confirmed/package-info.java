/** The archive's table of confirmed planets: its columns, and what its rows say. */
@NullMarked
package io.exoscout.catalog.confirmed;

import org.jspecify.annotations.NullMarked;
