/**
 * How fast streams are learned from, by peer, and what labels that come late do to them.
 */
@NullMarked
package io.exoscout.study.streams;

import org.jspecify.annotations.NullMarked;
