/** Who wants to hear of which job, and what there is to hear. */
@NullMarked
package io.exoscout.jobs.live;

import org.jspecify.annotations.NullMarked;
