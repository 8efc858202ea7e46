/** What becomes of files in a data directory: whose they are, and where they go. */
@NullMarked
package io.exoscout.home;

import org.jspecify.annotations.NullMarked;
