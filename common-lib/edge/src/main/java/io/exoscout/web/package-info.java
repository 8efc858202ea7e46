/**
 * What the edge of every service has in common: who may call, from where, and how big a
 * request may be.
 */
@NullMarked
package io.exoscout.web;

import org.jspecify.annotations.NullMarked;
