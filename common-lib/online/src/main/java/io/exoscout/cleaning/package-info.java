/** What is looked at of an event: cells made numbers, gaps filled, windows and lags. */
@NullMarked
package io.exoscout.cleaning;

import org.jspecify.annotations.NullMarked;
