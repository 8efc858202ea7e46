/** An AMQP broker in this process. */
@NullMarked
package io.exoscout.broker;

import org.jspecify.annotations.NullMarked;
