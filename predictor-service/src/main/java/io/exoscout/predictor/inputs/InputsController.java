package io.exoscout.predictor.inputs;

import io.exoscout.model.ModelCard;
import io.exoscout.predictor.shelf.ModelShelf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be put into models, over HTTP. */
@RestController
@RequestMapping("/exo-scout-predictor/models")
@Tag(name = "Predictor")
public record InputsController(ModelShelf shelf) {

	@Operation(operationId = "getInputs", summary = "Get what can be put into a model",
			description = "The columns of a row with units, quantiles of the training rows and what each matters; and six rows to "
					+ "begin with, three known planets and three of what is known to be none.")
	@GetMapping(path = "/{id}/inputs", produces = MediaType.APPLICATION_JSON_VALUE)
	InputPage get(@Parameter(
			description = "of the model, which is that of its job; or an alias of it, or its label, of several the newest") @PathVariable String id) {
		ModelCard card = this.shelf.cards().named(id);
		return InputPages.of(card, this.shelf.load(card));
	}

}
