/** Who may ask: keys and tokens. */
@NullMarked
package io.exoscout.security;

import org.jspecify.annotations.NullMarked;
