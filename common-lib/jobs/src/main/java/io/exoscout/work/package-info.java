/** The queue that carries jobs, and the workers that are there for them. */
@NullMarked
package io.exoscout.work;

import org.jspecify.annotations.NullMarked;
