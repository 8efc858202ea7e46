/**
 * The log of a stream: batches of events and labels under dense numbers, kept before they
 * are acknowledged.
 */
@NullMarked
package io.exoscout.stream.log;

import org.jspecify.annotations.NullMarked;
