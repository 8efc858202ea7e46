/** The embedded broker and database, and what clients have to know of them. */
@NullMarked
package io.exoscout.servers;

import org.jspecify.annotations.NullMarked;
