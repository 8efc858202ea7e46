/** How those who listen are reached: by server-sent events, or by a WebSocket. */
@NullMarked
package io.exoscout.jobs.stream;

import org.jspecify.annotations.NullMarked;
