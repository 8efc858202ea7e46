/** Jobs, the queue that carries them, and the workers that do them. */
@NullMarked
package io.exoscout.work;

import org.jspecify.annotations.NullMarked;
