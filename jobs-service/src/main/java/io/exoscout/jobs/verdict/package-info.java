/** What people make of objects themselves: a verdict, a note and tags, kept by name. */
@NullMarked
package io.exoscout.jobs.verdict;

import org.jspecify.annotations.NullMarked;
