/** Which column is which, by whatever name, and whose table it therefore is. */
@NullMarked
package io.exoscout.header;

import org.jspecify.annotations.NullMarked;
