/**
 * Parts of Apache Flink: in this process with all doors closed, or in processes of its
 * own.
 */
@NullMarked
package io.exoscout.engine.parts;

import org.jspecify.annotations.NullMarked;
