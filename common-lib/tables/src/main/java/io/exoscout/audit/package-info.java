/**
 * Who did what, and how records of it get where they are kept, off the request's path.
 */
@NullMarked
package io.exoscout.audit;

import org.jspecify.annotations.NullMarked;
