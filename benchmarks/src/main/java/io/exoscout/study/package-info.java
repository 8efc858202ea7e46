/** How good our models are, by table, by time, by peer. */
@NullMarked
package io.exoscout.study;

import org.jspecify.annotations.NullMarked;
