/** What a signal is: its diagnostics, and the verdict that follows from them. */
@NullMarked
package io.exoscout.transit.vet;

import org.jspecify.annotations.NullMarked;
