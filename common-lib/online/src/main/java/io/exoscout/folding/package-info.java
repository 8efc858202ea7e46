/**
 * A stream as a fold over what arrives: predicted first, then judged and learned from.
 */
@NullMarked
package io.exoscout.folding;

import org.jspecify.annotations.NullMarked;
