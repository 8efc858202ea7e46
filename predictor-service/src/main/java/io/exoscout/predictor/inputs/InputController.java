package io.exoscout.predictor.inputs;

import io.exoscout.predictor.shelf.ModelShelf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what a row should hold. */
@RestController
@RequestMapping(path = "/exo-scout-predictor/models/{id}/inputs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictor")
public final class InputController {

	private final ModelShelf shelf;

	public InputController(ModelShelf shelf) {
		this.shelf = shelf;
	}

	@Operation(operationId = "getModelInputs", summary = "Get what a model looks at",
			description = "The columns with unit and meaning, how they lie among the training rows, and some of these rows. "
					+ "None of a model that has kept no rows.")
	@GetMapping
	ModelColumns inputs(@Parameter(description = "of the model, an alias of it or its label") @PathVariable String id) {
		return ModelColumns.of(this.shelf.load(this.shelf.cards().named(id)));
	}

}
