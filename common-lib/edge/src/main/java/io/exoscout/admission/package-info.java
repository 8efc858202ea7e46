/** How requests get a thread: none waits in one for its body, or for its turn. */
@NullMarked
package io.exoscout.admission;

import org.jspecify.annotations.NullMarked;
