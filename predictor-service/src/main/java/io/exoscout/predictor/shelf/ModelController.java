package io.exoscout.predictor.shelf;

import java.util.List;

import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Model cards and model files over HTTP. */
@RestController
@RequestMapping("/exo-scout-predictor/models")
@Tag(name = "Predictor")
public record ModelController(ModelShelf shelf, ModelStore models) {

	@Operation(operationId = "listModels", summary = "List model cards, newest first")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	List<ModelCard> list(@Parameter(description = "how many at most, 1 to 200",
			schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")) @RequestParam(
					defaultValue = "50") int limit) {
		return this.shelf.newest(Parameters.limit(limit));
	}

	@Operation(operationId = "getModel", summary = "Get a model card",
			description = "Besides the card, what each feature is, how it is computed and what speaks against it; the "
					+ "training table, and how to cite it all.")
	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	ModelDetails card(@Parameter(description = "of the model, which is that of its job") @PathVariable String id) {
		ModelCard card = this.shelf.card(id);
		return ModelDetails.of(card, this.shelf.dataset(card));
	}

	@Operation(operationId = "downloadModel", summary = "Download a model file",
			description = "Answers 304 to If-None-Match, since a model never changes.")
	@ApiResponse(responseCode = "200", description = "The file",
			headers = { @Header(name = "ETag", description = "Its digest", schema = @Schema(type = "string")),
					@Header(name = "Content-Disposition", description = "Its name",
							schema = @Schema(type = "string")) },
			content = @Content(mediaType = "application/octet-stream",
					schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@GetMapping("/{id}/download")
	ResponseEntity<InputStreamResource> download(
			@Parameter(description = "of the model, which is that of its job") @PathVariable String id) {
		ModelCard card = this.shelf.card(id);
		// opened only when it is sent: who has it already is told so, and nobody would
		// close it
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.contentLength(card.file().bytes())
			.eTag('"' + card.file().sha256() + '"')
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(card.modelName() + ".exoscout").build().toString())
			.body(new InputStreamResource(() -> this.models.open(card)));
	}

}
