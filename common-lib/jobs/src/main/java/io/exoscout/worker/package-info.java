/** How a job gets done: taken from the queue, held by a lease, worked on, settled. */
@NullMarked
package io.exoscout.worker;

import org.jspecify.annotations.NullMarked;
