/** What is to be done and how far it is: documents with states, moves and leases. */
@NullMarked
package io.exoscout.job;

import org.jspecify.annotations.NullMarked;
