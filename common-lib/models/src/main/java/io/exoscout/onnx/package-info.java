/** Models in the format of others: ONNX, out and in. */
@NullMarked
package io.exoscout.onnx;

import org.jspecify.annotations.NullMarked;
