/** Sends again what nobody claimed, and removes what nobody needs. */
@NullMarked
package io.exoscout.jobs.sweep;

import org.jspecify.annotations.NullMarked;
