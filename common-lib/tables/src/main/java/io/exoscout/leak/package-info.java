/** What columns give away of the label that no measurement could. */
@NullMarked
package io.exoscout.leak;

import org.jspecify.annotations.NullMarked;
