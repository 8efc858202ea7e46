/** A server of the MongoDB protocol in this process. */
@NullMarked
package io.exoscout.database;

import org.jspecify.annotations.NullMarked;
