/** Shows, cancels, retries and deletes jobs, and sends again what nobody claimed. */
@NullMarked
package io.exoscout.jobs;

import org.jspecify.annotations.NullMarked;
