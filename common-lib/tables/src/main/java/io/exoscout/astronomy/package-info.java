/** Tables in the forms that astronomers exchange: VOTable, FITS, ECSV and IPAC. */
@NullMarked
package io.exoscout.astronomy;

import org.jspecify.annotations.NullMarked;
