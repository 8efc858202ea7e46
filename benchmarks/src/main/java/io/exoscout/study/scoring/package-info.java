/** How fast models answer, load and explain, by peer. */
@NullMarked
package io.exoscout.study.scoring;

import org.jspecify.annotations.NullMarked;
