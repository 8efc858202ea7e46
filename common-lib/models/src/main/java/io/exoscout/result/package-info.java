/** What a training found, as job documents and model cards show it. */
@NullMarked
package io.exoscout.result;

import org.jspecify.annotations.NullMarked;
