/** Tables in the forms people have them in, brought into rows of one form. */
@NullMarked
package io.exoscout.form;

import org.jspecify.annotations.NullMarked;
