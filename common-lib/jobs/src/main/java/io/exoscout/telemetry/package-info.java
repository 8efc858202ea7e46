/**
 * What happens to jobs, told to whoever looks on while it happens, and for a while after.
 */
@NullMarked
package io.exoscout.telemetry;

import org.jspecify.annotations.NullMarked;
