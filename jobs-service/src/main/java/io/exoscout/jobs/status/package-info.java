/** How queue and workers are. */
@NullMarked
package io.exoscout.jobs.status;

import org.jspecify.annotations.NullMarked;
