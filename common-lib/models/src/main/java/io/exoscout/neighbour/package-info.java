/**
 * What the objects of a table are to each other: on one star, of one period, near by on
 * the sky.
 */
@NullMarked
package io.exoscout.neighbour;

import org.jspecify.annotations.NullMarked;
