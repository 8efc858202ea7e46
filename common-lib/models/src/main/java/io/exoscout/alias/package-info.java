/** Names that stand for one model each, and move. */
@NullMarked
package io.exoscout.alias;

import org.jspecify.annotations.NullMarked;
