/** Whether a process is fit to answer. */
@NullMarked
package io.exoscout.health;

import org.jspecify.annotations.NullMarked;
