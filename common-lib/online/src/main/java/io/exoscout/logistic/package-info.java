/**
 * Logistic regression that learns event by event, and the port for models that do not.
 */
@NullMarked
package io.exoscout.logistic;

import org.jspecify.annotations.NullMarked;
