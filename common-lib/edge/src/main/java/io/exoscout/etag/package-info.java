/** The tags of answers: who has one already, and which are packed on their way. */
@NullMarked
package io.exoscout.etag;

import org.jspecify.annotations.NullMarked;
