/** Whether home, database and blob store belong together. */
@NullMarked
package io.exoscout.installation;

import org.jspecify.annotations.NullMarked;
