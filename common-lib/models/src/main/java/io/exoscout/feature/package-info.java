/** What models look at: columns of a table, and physics computed from them. */
@NullMarked
package io.exoscout.feature;

import org.jspecify.annotations.NullMarked;
