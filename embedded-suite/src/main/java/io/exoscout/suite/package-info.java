/**
 * Everything in one process: the services, and the broker and the database they talk to.
 */
@NullMarked
package io.exoscout.suite;

import org.jspecify.annotations.NullMarked;
