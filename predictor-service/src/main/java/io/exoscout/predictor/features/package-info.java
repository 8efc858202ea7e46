/** What models look at, as numbers for those who score elsewhere. */
@NullMarked
package io.exoscout.predictor.features;

import org.jspecify.annotations.NullMarked;
