/** Rows to be scored, from a table or from JSON, brought to what a model looks at. */
@NullMarked
package io.exoscout.predictor.rows;

import org.jspecify.annotations.NullMarked;
