/** What streams there are, and how a definition is sent and shown. */
@NullMarked
package io.exoscout.stream.definition;

import org.jspecify.annotations.NullMarked;
