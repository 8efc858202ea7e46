/** What a trained model is, how it scores a row, and where it is kept. */
@NullMarked
package io.exoscout.model;

import org.jspecify.annotations.NullMarked;
