/** How rankings fare by what was decided since they were made. */
@NullMarked
package io.exoscout.jobs.judged;

import org.jspecify.annotations.NullMarked;
