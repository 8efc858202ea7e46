package io.exoscout.jobs.listing;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * A job as an element of a list: parts of its document, each as it stands there.
 *
 * @param shown these parts
 */
record JobSummary(@JsonValue ObjectNode shown) {
}
