/** Who may ask: keys, tokens, hosts and origins. */
@NullMarked
package io.exoscout.security;

import org.jspecify.annotations.NullMarked;
