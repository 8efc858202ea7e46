/** Requests that nobody sends in good faith, by kind, and what may come back. */
package io.exoscout.attack;
