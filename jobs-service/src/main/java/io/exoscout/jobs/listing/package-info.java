/** Jobs one by one and page by page, and what can be done to them. */
@NullMarked
package io.exoscout.jobs.listing;

import org.jspecify.annotations.NullMarked;
