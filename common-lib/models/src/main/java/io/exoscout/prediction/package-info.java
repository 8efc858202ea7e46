/** What a model says of the objects of a table, in every form it is given or kept in. */
@NullMarked
package io.exoscout.prediction;

import org.jspecify.annotations.NullMarked;
