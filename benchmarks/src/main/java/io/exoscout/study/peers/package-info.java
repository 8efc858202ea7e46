/** The same training by us and by the Python libraries. */
@NullMarked
package io.exoscout.study.peers;

import org.jspecify.annotations.NullMarked;
