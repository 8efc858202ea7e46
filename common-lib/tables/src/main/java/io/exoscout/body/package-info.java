/**
 * A file as it was sent, until it is plain UTF-8 lines on disk: unpacked, decoded,
 * canonical.
 */
@NullMarked
package io.exoscout.body;

import org.jspecify.annotations.NullMarked;
