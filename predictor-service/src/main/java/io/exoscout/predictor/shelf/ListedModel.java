package io.exoscout.predictor.shelf;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.model.ModelCard;

/**
 * A model in a list.
 *
 * @param card its card
 * @param aliases the names that point at it
 */
record ListedModel(@JsonUnwrapped ModelCard card, List<String> aliases) {
}
