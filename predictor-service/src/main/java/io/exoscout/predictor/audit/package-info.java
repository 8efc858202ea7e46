/**
 * Who asked which model about what, and what came of it: records off the request's path.
 */
@NullMarked
package io.exoscout.predictor.audit;

import org.jspecify.annotations.NullMarked;
