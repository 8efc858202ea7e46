/** What is done again and again while a service runs. */
@NullMarked
package io.exoscout.schedule;

import org.jspecify.annotations.NullMarked;
