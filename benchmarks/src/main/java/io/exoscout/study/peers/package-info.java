/** The same training by us, by the Python libraries and by Tribuo. */
@NullMarked
package io.exoscout.study.peers;

import org.jspecify.annotations.NullMarked;
