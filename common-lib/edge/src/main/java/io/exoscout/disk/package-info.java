/** Whether there is room on the disks that a process writes to. */
@NullMarked
package io.exoscout.disk;

import org.jspecify.annotations.NullMarked;
