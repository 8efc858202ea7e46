/** What each caller may have of what all share: turns in the queue, and room. */
@NullMarked
package io.exoscout.share;

import org.jspecify.annotations.NullMarked;
