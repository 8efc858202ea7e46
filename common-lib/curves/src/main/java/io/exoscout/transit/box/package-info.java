/** The box search: which periods explain dips of a light curve, and how well. */
@NullMarked
package io.exoscout.transit.box;

import org.jspecify.annotations.NullMarked;
