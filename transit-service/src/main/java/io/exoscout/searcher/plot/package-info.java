/** Charts as SVG: points, lines and axes. */
@NullMarked
package io.exoscout.searcher.plot;

import org.jspecify.annotations.NullMarked;
