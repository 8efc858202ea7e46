/** One file with all jobs, models and planets, and the way back. */
@NullMarked
package io.exoscout.backup;

import org.jspecify.annotations.NullMarked;
