/** From where a request comes: the host it is for, and the page that sends it. */
@NullMarked
package io.exoscout.origin;

import org.jspecify.annotations.NullMarked;
