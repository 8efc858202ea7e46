/** Tables written as JSON: records, columns, lists. */
@NullMarked
package io.exoscout.json;

import org.jspecify.annotations.NullMarked;
