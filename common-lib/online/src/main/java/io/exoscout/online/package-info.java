/** What a stream is, and what arrives on it. */
@NullMarked
package io.exoscout.online;

import org.jspecify.annotations.NullMarked;
