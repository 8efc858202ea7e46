/**
 * How every service reads requests and writes answers: what is let in, how big it may be,
 * in which form it goes out.
 */
@NullMarked
package io.exoscout.web;

import org.jspecify.annotations.NullMarked;
