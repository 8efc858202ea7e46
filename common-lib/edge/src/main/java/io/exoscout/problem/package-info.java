/** One vocabulary for everything that can go wrong, and its way out over HTTP. */
@NullMarked
package io.exoscout.problem;

import org.jspecify.annotations.NullMarked;
