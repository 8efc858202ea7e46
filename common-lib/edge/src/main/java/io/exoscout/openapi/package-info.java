/** What the API documents say of the code. */
@NullMarked
package io.exoscout.openapi;

import org.jspecify.annotations.NullMarked;
