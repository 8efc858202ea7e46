/** What is said of models to those who have to decide whether to use them. */
@NullMarked
package io.exoscout.predictor.card;

import org.jspecify.annotations.NullMarked;
