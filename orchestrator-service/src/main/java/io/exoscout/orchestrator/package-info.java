/** Takes a table in, says what was understood of it, and turns it into a job. */
@NullMarked
package io.exoscout.orchestrator;

import org.jspecify.annotations.NullMarked;
