/** Whether a process is fit to answer, and which program it is. */
@NullMarked
package io.exoscout.health;

import org.jspecify.annotations.NullMarked;
