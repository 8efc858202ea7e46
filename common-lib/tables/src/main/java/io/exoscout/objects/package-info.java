/** The objects of a table: rows merged by name, as columns of numbers. */
@NullMarked
package io.exoscout.objects;

import org.jspecify.annotations.NullMarked;
