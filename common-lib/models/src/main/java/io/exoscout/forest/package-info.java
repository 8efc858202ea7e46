/** Decision forests in flat arrays: scoring and explaining. */
@NullMarked
package io.exoscout.forest;

import org.jspecify.annotations.NullMarked;
