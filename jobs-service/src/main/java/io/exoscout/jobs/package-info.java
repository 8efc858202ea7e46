/**
 * Shows jobs and workers, cancels, retries and deletes, and sends again what nobody
 * claimed.
 */
@NullMarked
package io.exoscout.jobs;

import org.jspecify.annotations.NullMarked;
