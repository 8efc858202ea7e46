/** The models that can be asked, and what is to be known of them. */
@NullMarked
package io.exoscout.predictor.shelf;

import org.jspecify.annotations.NullMarked;
