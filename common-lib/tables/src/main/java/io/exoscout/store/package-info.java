/**
 * Where bytes are kept under their digest: a directory or GridFS; and how the database is
 * reached.
 */
@NullMarked
package io.exoscout.store;

import org.jspecify.annotations.NullMarked;
