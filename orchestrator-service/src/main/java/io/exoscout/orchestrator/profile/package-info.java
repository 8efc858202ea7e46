/**
 * How the values of a table are distributed, for those who want to look before they
 * train.
 */
@NullMarked
package io.exoscout.orchestrator.profile;

import org.jspecify.annotations.NullMarked;
