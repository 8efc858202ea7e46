package io.exoscout.predictor.shelf;

import io.exoscout.model.ModelCard;
import io.exoscout.onnx.OnnxModel;
import io.exoscout.predictor.rows.ModelInputs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Models for those who score elsewhere. */
@RestController
@RequestMapping("/exo-scout-predictor/models")
@Tag(name = "Predictor")
public record OnnxController(ModelShelf shelf) {

	/** Part of the ETag: rises when the same model becomes another file. */
	private static final int WRITER = 2;

	@Operation(operationId = "downloadOnnx", summary = "Download a model as an ONNX file",
			description = "Takes `features`, a float tensor of rows and features with NaN where one is missing, which "
					+ "POST /exo-scout-predictor/features computes from a table; gives `label` and `probabilities`, "
					+ "calibrated, as doubles to 1e-6 of those given here. The file's metadata name features, "
					+ "formulas, units and classes. It is the model of all its columns: what is answered here "
					+ "where whole columns are absent comes from models without them, which the file does not hold. "
					+ "Answers 304 to If-None-Match.")
	@ApiResponse(responseCode = "200", description = "The file",
			headers = {
					@Header(name = "ETag", description = "Changes with the file", schema = @Schema(type = "string")),
					@Header(name = "Content-Disposition", description = "Its name",
							schema = @Schema(type = "string")) },
			content = @Content(mediaType = "application/octet-stream",
					schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@GetMapping("/{id}/onnx")
	@Nullable ResponseEntity<byte[]> onnx(
			@Parameter(description = "of the model: its id, an alias or its label") @PathVariable String id,
			@Parameter(hidden = true) WebRequest request) {
		ModelCard card = this.shelf.cards().named(id);
		// asked before the file is made, which takes a while
		if (request.checkNotModified("\"%s-onnx-%d\"".formatted(card.file().sha256(), WRITER))) {
			return null;
		}
		ModelInputs inputs = this.shelf.load(card);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(card.modelName() + ".onnx").build().toString())
			.body(OnnxModel.write(inputs.model(), card.file().sha256(), inputs.features()));
	}

}
