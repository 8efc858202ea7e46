/** Finds an object by any of its names in all jobs. */
@NullMarked
package io.exoscout.jobs.search;

import org.jspecify.annotations.NullMarked;
