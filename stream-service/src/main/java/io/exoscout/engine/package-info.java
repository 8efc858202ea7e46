/**
 * Apache Flink, which folds the logs of streams: one job for each. Nobody else imports
 * it.
 */
@NullMarked
package io.exoscout.engine;

import org.jspecify.annotations.NullMarked;
