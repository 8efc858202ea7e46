/**
 * What becomes of a stream while its log is folded: its state, its metrics, and who keeps
 * it going.
 */
@NullMarked
package io.exoscout.stream.course;

import org.jspecify.annotations.NullMarked;
