/** Streams of events: defined, fed, followed, asked, stopped and taken back. */
@NullMarked
package io.exoscout.stream;

import org.jspecify.annotations.NullMarked;
