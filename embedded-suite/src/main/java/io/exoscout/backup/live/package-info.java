/** What changes while it is backed up: streams, and the series beside the jobs. */
@NullMarked
package io.exoscout.backup.live;

import org.jspecify.annotations.NullMarked;
