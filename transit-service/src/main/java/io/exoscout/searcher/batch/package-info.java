/** Light curves of many stars that were sent together, and their one table. */
@NullMarked
package io.exoscout.searcher.batch;

import org.jspecify.annotations.NullMarked;
