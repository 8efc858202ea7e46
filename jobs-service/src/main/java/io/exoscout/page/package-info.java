/**
 * The web page: its files as they were exported, served to browsers.
 */
@NullMarked
package io.exoscout.page;

import org.jspecify.annotations.NullMarked;
