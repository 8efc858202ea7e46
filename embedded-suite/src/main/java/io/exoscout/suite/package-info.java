/** All services in one process, with the broker and the database they need inside. */
@NullMarked
package io.exoscout.suite;

import org.jspecify.annotations.NullMarked;
