/** State as bytes of our own: versioned, checked, and restored bit for bit. */
@NullMarked
package io.exoscout.state;

import org.jspecify.annotations.NullMarked;
