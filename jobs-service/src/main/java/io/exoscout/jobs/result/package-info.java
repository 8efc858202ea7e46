/** What jobs end with: candidates and predictions. */
@NullMarked
package io.exoscout.jobs.result;

import org.jspecify.annotations.NullMarked;
