package io.exoscout.predictor.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import io.exoscout.alias.AliasName;
import io.exoscout.model.ModelCard;
import io.exoscout.onnx.OnnxImport;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Models from elsewhere over HTTP. */
@RestController
@RequestMapping(path = "/exo-scout-predictor/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictor")
public record ImportController(ModelImports imports) {

	/**
	 * The answer to a delete.
	 *
	 * @param modelId which one
	 * @param status {@code deleted}
	 */
	record DeletedModel(String modelId, @Schema(allowableValues = "deleted") String status) {
	}

	@Operation(operationId = "importModel", summary = "Import a model file",
			description = "A file as `/download` or `/onnx` gives it, here or elsewhere; or an ONNX file with one ensemble of trees "
					+ "(skl2onnx, onnxmltools; ai.onnx.ml 1 to 5) that tells classes of the archive's tables from "
					+ "measurements or computed features, of which a model file is made. Its id is the digest of the file; the same "
					+ "file again changes nothing and is answered by 200.")
	@ApiResponse(responseCode = "200", description = "It was there already",
			content = @Content(schema = @Schema(implementation = ModelCard.class)))
	@ApiResponse(responseCode = "201", description = "It can be asked now",
			headers = @Header(name = "Location", description = "Where its card is", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = ModelCard.class)))
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<ModelCard> take(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@Parameter(
					description = "the label it is to have: 1 to 100 letters, digits, '.', '_' or '-'") @RequestParam(
							name = "model_name", required = false) @Nullable String modelName,
			@Parameter(description = "of an ONNX file: whose tables it scores; found out by its features if not said",
					schema = @Schema(allowableValues = { "kepler", "tess", "k2" })) @RequestParam(
							required = false) @Nullable String mission,
			@Parameter(description = "of an ONNX file whose inputs are not named so: the columns or computed features "
					+ "of its vector in order, with commas between them") @RequestParam(
							required = false) @Nullable String features,
			@Parameter(description = "of an ONNX file that does not name them: its classes in order, with commas "
					+ "between them") @RequestParam(required = false) @Nullable String classes)
			throws IOException {
		OnnxImport.Hints hints = OnnxImport.Hints.of(mission, features, classes);
		if (modelName != null) {
			AliasName.label("model_name", modelName);
		}
		if (file == null) {
			String detail = "The request has no file; send the model file as multipart field 'file', with a file name";
			throw new ProblemException(ErrorCode.MISSING_FILE, detail, InputError.field("file", detail));
		}
		try (InputStream in = file.getInputStream()) {
			ModelImports.Import taken = this.imports.take(in, file.getOriginalFilename(), modelName, hints);
			return taken.added()
					? ResponseEntity.created(URI.create("/exo-scout-predictor/models/" + taken.card().modelId()))
						.body(taken.card())
					: ResponseEntity.ok(taken.card());
		}
	}

	@Operation(operationId = "deleteModel", summary = "Delete an imported model",
			description = "One that was trained here goes with its job. Refused (409) while an alias points at it.")
	@DeleteMapping("/{id}")
	DeletedModel delete(@Parameter(description = "of the model; neither alias nor label") @PathVariable String id) {
		this.imports.delete(id);
		return new DeletedModel(id, "deleted");
	}

}
