/** The ranking of what nobody has decided on, as it is stored. */
@NullMarked
package io.exoscout.candidate;

import org.jspecify.annotations.NullMarked;
