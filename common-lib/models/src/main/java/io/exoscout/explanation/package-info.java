/** Why a model says what it says: parts that add up to a number, and sentences. */
@NullMarked
package io.exoscout.explanation;

import org.jspecify.annotations.NullMarked;
