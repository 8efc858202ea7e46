/**
 * Events and labels as they are sent: lines of JSON, a JSON array, or a table, packed or
 * not.
 */
@NullMarked
package io.exoscout.stream.sent;

import org.jspecify.annotations.NullMarked;
