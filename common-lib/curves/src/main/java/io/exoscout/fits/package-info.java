/** Binary tables of FITS files, read as they come, whatever their headers claim. */
@NullMarked
package io.exoscout.fits;

import org.jspecify.annotations.NullMarked;
