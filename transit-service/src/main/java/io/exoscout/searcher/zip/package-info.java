/** ZIP archives of light curves: looked through before any of it is unpacked. */
@NullMarked
package io.exoscout.searcher.zip;

import org.jspecify.annotations.NullMarked;
